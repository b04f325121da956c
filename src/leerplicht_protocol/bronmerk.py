"""Where a value from outside comes from, of which day it is, and what speaks against it.

One small type for every group of values: a person, an address, a parent, gezag, a phone number of the school.
It carries what the source said and judges nothing: what it means is worked out when somebody reads it, with
the day of that moment. Dates of the register are LO3 text (``jjjjmmdd``, ``00`` for an unknown part).
"""

from __future__ import annotations

from .model import Day, Model, ShortText


class Onderzoek(Model):
    """LO3 group 83. ``aanduiding`` is six digits: category, group and element, ``00`` for all of them.

    ``089999`` is the register's own exception: established not to live at the address.
    """

    aanduiding: ShortText
    begin: ShortText = ""
    eind: ShortText = ""


class Bronmerk(Model):
    """The mark of one group of values.

    ``groep`` is what it speaks of (``persoon``, ``partner``, ``adres``, ``ouder1``, ``ouder2``, ``gezag``,
    ``telefoon``, ``afwijkend_adres``), ``bron`` who said it (``brp``, ``rni``, ``school``, ``ambtenaar``):
    words and no closed list, for a laptop may be older than the server. ``dag`` is the day of the statement,
    or the day on which it came in. ``niet_vast_te_stellen`` holds the elements (six digits) of which the
    source says that nobody knows them; ``geldig_tot`` the day on which the value stopped to hold.
    """

    groep: ShortText
    bron: ShortText
    dag: Day | None = None
    onderzoeken: tuple[Onderzoek, ...] = ()
    niet_vast_te_stellen: tuple[ShortText, ...] = ()
    geldig_tot: ShortText = ""

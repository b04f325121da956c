"""What may stand in a field: the types of its values, and the example that the form itself gives."""

from __future__ import annotations

from datetime import date, datetime, time

from leerplicht_desktop.documents.formulieren.formulier import Veld, Veldtype
from leerplicht_desktop.documents.formulieren.minitaal import Waarde
from leerplicht_desktop.domain.persoon.identiteit import is_bsn
from leerplicht_desktop.domain.tekstregel import op_een_regel

Rijen = tuple[tuple[str, ...], ...]
Ingevuld = Waarde | Rijen

_PAST_BIJ: dict[Veldtype, tuple[type, ...]] = {
    Veldtype.TEKST: (str,),
    Veldtype.TEKSTREGEL: (str,),
    Veldtype.DATUM: (date,),
    Veldtype.DATUMTIJD: (datetime,),
    Veldtype.TIJD: (time,),
    Veldtype.GETAL: (int,),
    Veldtype.JANEE: (bool,),
    Veldtype.BSN: (str,),
    Veldtype.LIJST: (tuple,),
    Veldtype.TABEL: (tuple,),
}


def past(veld: Veld, waarde: object) -> bool:
    """Whether a value is of the type that the field asks."""
    if not isinstance(waarde, _PAST_BIJ[veld.type]):
        return False
    if veld.type in {Veldtype.GETAL, Veldtype.DATUM}:  # a bool is an int and a datetime is a date in Python
        return not isinstance(waarde, (bool, datetime))
    if veld.type is Veldtype.TEKSTREGEL and isinstance(waarde, str):
        return op_een_regel(waarde) == waarde
    if veld.type is Veldtype.BSN and isinstance(waarde, str):
        return is_bsn(waarde)
    if veld.type is Veldtype.TABEL and isinstance(waarde, tuple):
        return all(isinstance(rij, tuple) and len(rij) == len(veld.kolommen) for rij in waarde)
    return True


def uit_toml(soort: Veldtype, gegeven: object) -> Ingevuld:
    """An example as TOML gives it, with its lists as the tuples that a document is made of.

    Whether it fits the field is for ``past`` to say.
    """
    if not isinstance(gegeven, list):
        return gegeven  # type: ignore[return-value]  # TOML gives the types of the fields; ``past`` judges
    if soort is Veldtype.TABEL and all(isinstance(rij, list) for rij in gegeven):
        return tuple(tuple(str(cel) for cel in rij) for rij in gegeven)
    return tuple(str(ding) for ding in gegeven)

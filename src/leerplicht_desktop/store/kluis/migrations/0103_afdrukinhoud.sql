-- Schema 1.3: a line of the print log knows what was on the paper, so that a hearing that changed after it was
-- printed to be signed can be told from one that did not. Empty for paper that was printed before.
ALTER TABLE afdruk ADD COLUMN inhoud TEXT NOT NULL DEFAULT '';

-- Schema 1.2: what refers to a record is found by index. The old index left out the records that refer to
-- nothing, and a question with a parameter cannot promise that it asks for another one: it read everything.
DROP INDEX spiegel_verwijst;
CREATE INDEX spiegel_verwijst ON spiegel_record (entity, verwijst);

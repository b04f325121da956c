-- Schema 1.15: a sentence of a concept proces-verbaal is a place in a record; a remark of a visit can be said
-- unasked. What a concept held before may have been rewritten by hand: it is kept as an own sentence, and
-- what came from a record lies beside the paper until it is taken from the record again.
ALTER TABLE segment ADD COLUMN ongevraagd INTEGER NOT NULL DEFAULT 0;

UPDATE concept_zin SET inhoud = json_object(
    'id', id,
    'weggelaten', json(CASE
        WHEN coalesce(json_extract(inhoud, '$.bron_id'), '') <> '' THEN 'true'
        WHEN json_extract(inhoud, '$.weggelaten') THEN 'true'
        ELSE 'false' END),
    'bevinding', json_object(
        'soort', 'eigen',
        'moment', json_extract(inhoud, '$.bevinding.moment'),
        'bron', json_object(
            'soort', 'zelf geschreven',
            'verwijzing', json_extract(inhoud, '$.bevinding.verwijzing'),
            'regime', 'wpg')));

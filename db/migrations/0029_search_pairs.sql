-- What is indexed already gets the pairs of common words that lib/search-vector.ts writes: without them no phrase of two is found.
WITH "common" AS (
	SELECT string_to_array('the i you and it a to that of we in is what they this for so have be do on not are with but if can just know like was there think one will all at he or about would then from up as when our my because out me time go get your people how make here really need good right some other more which who their them take want say look could should very now come see don t s m re ll ve no yes yeah okay well got had has were been she him her his by an mean going did things', ' ') AS "words"
), "pairs" AS (
	SELECT e."meeting_id", e."kind", e."epoch", e."seq", e."ref",
		array_agg(DISTINCT '+' || a."lexeme" || ' ' || b."lexeme") AS "marks"
	FROM "common" c, "search_entries" e, unnest(e."vector") a, unnest(a."positions") "place", unnest(e."vector") b
	WHERE a."lexeme" = ANY (c."words") AND b."lexeme" = ANY (c."words") AND "place" + 1 = ANY (b."positions")
	GROUP BY 1, 2, 3, 4, 5
)
UPDATE "search_entries" e SET "vector" = e."vector" || array_to_tsvector(p."marks")
FROM "pairs" p
WHERE (e."meeting_id", e."kind", e."epoch", e."seq", e."ref") = (p."meeting_id", p."kind", p."epoch", p."seq", p."ref");

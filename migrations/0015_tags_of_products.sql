-- What is said of products: the copy of the orders has their responses' tags too, so that what is asked of both reads it alone.
DROP INDEX responses_orders;
CREATE INDEX responses_orders ON responses (survey, day, segment_set, score, order_info, tags, test, quarantined)
WHERE order_info <> '{}' AND score IS NOT NULL AND test = 0 AND quarantined = 0;

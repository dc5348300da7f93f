-- What orders are worth to whom, and which products score how.

-- A narrow copy of the scored responses that name an order, in the order of survey and day: whatever is asked of orders reads
-- this and never the table. It has the columns of its own condition too, since SQLite looks them up in the table otherwise. An
-- answer without an order writes nothing here.
CREATE INDEX responses_orders ON responses (survey, day, segment_set, score, order_info, test, quarantined)
WHERE order_info <> '{}' AND score IS NOT NULL AND test = 0 AND quarantined = 0;

-- The shop's catalogue, as it uploaded it: what the SKUs of orders are called and belong to.
CREATE TABLE products (
  site     TEXT NOT NULL REFERENCES sites (id),
  sku      TEXT NOT NULL CHECK (length(sku) BETWEEN 1 AND 64),
  name     TEXT NOT NULL DEFAULT '' CHECK (length(name) <= 200),
  category TEXT NOT NULL DEFAULT '' CHECK (length(category) <= 100),
  PRIMARY KEY (site, sku)
) STRICT, WITHOUT ROWID;

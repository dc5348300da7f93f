-- What the shop itself knows of its customers, by the id it identifies them with.

-- A row for each time that something changed: all that was known from `at` on, in ms; 0 for what was known first, of which nobody said since when.
CREATE TABLE customers (
  site   TEXT NOT NULL REFERENCES sites (id),
  id     TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 256),
  at     INTEGER NOT NULL CHECK (at >= 0),
  traits TEXT NOT NULL CHECK (json_type(traits) = 'object'),
  PRIMARY KEY (site, id, at)
) STRICT, WITHOUT ROWID;

CREATE TABLE customer_orders (
  site     TEXT NOT NULL REFERENCES sites (id),
  customer TEXT NOT NULL CHECK (length(customer) BETWEEN 1 AND 256),
  id       TEXT NOT NULL CHECK (length(id) BETWEEN 1 AND 128),
  at       INTEGER NOT NULL CHECK (at >= 0),
  value    REAL CHECK (value >= 0),
  currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  PRIMARY KEY (site, customer, id)
) STRICT, WITHOUT ROWID;

-- Customers whose earlier responses wait to be counted by what came later; those after this id are left.
CREATE TABLE customers_due (
  site     TEXT NOT NULL,
  customer TEXT NOT NULL,
  after    INTEGER NOT NULL,
  PRIMARY KEY (site, customer)
) STRICT, WITHOUT ROWID;

-- On which day figures of which days changed by that.
CREATE TABLE attribute_changes (
  site      TEXT NOT NULL,
  survey    TEXT NOT NULL,
  day       TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day  TEXT NOT NULL,
  n         INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (site, survey, day)
) STRICT, WITHOUT ROWID;

-- What waits is asked for one receiver at a time: a receiver that is down for days makes no other wait, nor the job read all that piles up for it.
DROP INDEX deliveries_due;
CREATE INDEX deliveries_waiting ON deliveries (target, due_at) WHERE state = 'waiting';

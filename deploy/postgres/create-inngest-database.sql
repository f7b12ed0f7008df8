-- Runs once, when the data volume is new. Parley's own database exists by then.
CREATE DATABASE inngest;

-- Version 1: cases, their ledgers, and which objects each of them keeps.
-- The guards hold against everything that goes through SQL, in whatever program; they are switched on
-- ALWAYS, so that a session that plays a replica does not pass them by.

CREATE SCHEMA redress;

CREATE TABLE redress.schema_version (
  version integer PRIMARY KEY,
  applied timestamptz NOT NULL DEFAULT now()
);

-- `head` is the SHA-256 of the last line, `seq` its number; both are set by the ledger's own guard.
-- A case that is being copied here is 'arriving' and is shown to nobody.
CREATE TABLE redress.cases (
  case_id text COLLATE "C" PRIMARY KEY CHECK (case_id ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('arriving', 'open')),
  seq bigint NOT NULL DEFAULT 0 CHECK (seq >= 0),
  head bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (octet_length(head) = 32),
  created timestamptz NOT NULL DEFAULT now()
);

-- The seed of the key that signs a case's evidence log. By itself, so that reading it can be granted apart.
CREATE TABLE redress.case_keys (
  case_id text COLLATE "C" PRIMARY KEY REFERENCES redress.cases,
  seed bytea NOT NULL CHECK (octet_length(seed) = 32)
);

CREATE TABLE redress.ledger (
  case_id text COLLATE "C" NOT NULL REFERENCES redress.cases,
  seq bigint NOT NULL,
  line text NOT NULL,
  PRIMARY KEY (case_id, seq)
);

-- What the object store holds for a case. The bytes are there before the row is here.
CREATE TABLE redress.objects (
  case_id text COLLATE "C" NOT NULL REFERENCES redress.cases,
  digest bytea NOT NULL CHECK (octet_length(digest) = 32),
  bytes bigint NOT NULL CHECK (bytes >= 0),
  kept timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (case_id, digest)
);

-- After every insert, once a statement: the new lines must be the next ones without a gap, and the head
-- of the case moves with them. The row of the case is locked first, so that two writers stand in line.
CREATE FUNCTION redress.ledger_follows() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  added record;
  last_seq bigint;
BEGIN
  FOR added IN
    SELECT case_id, min(seq) AS first, max(seq) AS last, count(*) AS lines FROM fresh GROUP BY case_id
  LOOP
    SELECT seq INTO STRICT last_seq FROM redress.cases WHERE case_id = added.case_id FOR UPDATE;
    IF added.first <> last_seq + 1 OR added.last <> last_seq + added.lines THEN
      RAISE EXCEPTION 'an entry is added after the last one' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    UPDATE redress.cases
      SET seq = added.last,
          head = (SELECT sha256(convert_to(line, 'UTF8')) FROM fresh
                  WHERE case_id = added.case_id AND seq = added.last)
      WHERE case_id = added.case_id;
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION redress.ledger_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'an entry is never changed or dropped' USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- A case keeps its name, and its head moves only with its ledger: by the guard above, one trigger deeper.
CREATE FUNCTION redress.case_stays() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP <> 'UPDATE' THEN
    RAISE EXCEPTION 'a case is never dropped' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.case_id <> OLD.case_id OR (OLD.state = 'open' AND NEW.state <> 'open')
    OR ((NEW.seq <> OLD.seq OR NEW.head <> OLD.head) AND pg_trigger_depth() < 2) THEN
    RAISE EXCEPTION 'a case moves with its ledger only' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER ledger_follows AFTER INSERT ON redress.ledger
  REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION redress.ledger_follows();
CREATE TRIGGER ledger_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON redress.ledger
  FOR EACH STATEMENT EXECUTE FUNCTION redress.ledger_stays();
CREATE TRIGGER case_stays BEFORE UPDATE OR DELETE ON redress.cases
  FOR EACH ROW EXECUTE FUNCTION redress.case_stays();
CREATE TRIGGER cases_stay BEFORE TRUNCATE ON redress.cases
  FOR EACH STATEMENT EXECUTE FUNCTION redress.case_stays();
CREATE TRIGGER keys_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON redress.case_keys
  FOR EACH STATEMENT EXECUTE FUNCTION redress.ledger_stays();

ALTER TABLE redress.ledger ENABLE ALWAYS TRIGGER ledger_follows;
ALTER TABLE redress.ledger ENABLE ALWAYS TRIGGER ledger_stays;
ALTER TABLE redress.cases ENABLE ALWAYS TRIGGER case_stays;
ALTER TABLE redress.cases ENABLE ALWAYS TRIGGER cases_stay;
ALTER TABLE redress.case_keys ENABLE ALWAYS TRIGGER keys_stay;

CREATE TABLE "document_updates" (
	"document_id" text NOT NULL,
	"seq" integer NOT NULL,
	"update" "bytea" NOT NULL,
	CONSTRAINT "document_updates_document_id_seq_pk" PRIMARY KEY("document_id","seq")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"kind" text NOT NULL,
	"owner_id" text,
	"state" "bytea",
	"state_seq" integer DEFAULT 0 NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"bytes" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_key" UNIQUE NULLS NOT DISTINCT("meeting_id","kind","owner_id")
);
--> statement-breakpoint
ALTER TABLE "document_updates" ADD CONSTRAINT "document_updates_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_owner_id_participants_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_owner" ON "documents" USING btree ("owner_id");--> statement-breakpoint
-- Whoever has a document open looks again at what they may do: web/documents/open-document.ts.
CREATE FUNCTION "tell_document_rights"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	changed record := coalesce(NEW, OLD);
BEGIN
	PERFORM pg_notify('parley_documents', CASE WHEN TG_TABLE_NAME = 'meetings' THEN to_jsonb(changed)->>'id' ELSE to_jsonb(changed)->>'meeting_id' END);
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER "documents_after_update" AFTER UPDATE OF "status" ON "meetings" FOR EACH ROW
	WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION tell_document_rights();--> statement-breakpoint
CREATE TRIGGER "documents_after_delete" AFTER DELETE ON "meetings" FOR EACH ROW EXECUTE FUNCTION tell_document_rights();--> statement-breakpoint
CREATE TRIGGER "documents_after_update" AFTER UPDATE OF "role", "admission" ON "participants" FOR EACH ROW
	WHEN ((OLD.role, OLD.admission) IS DISTINCT FROM (NEW.role, NEW.admission)) EXECUTE FUNCTION tell_document_rights();

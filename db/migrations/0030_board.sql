CREATE TABLE "board_files" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"uploader_id" text,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "who_may_draw" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "board_opened" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "pen" boolean;--> statement-breakpoint
ALTER TABLE "board_files" ADD CONSTRAINT "board_files_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_files" ADD CONSTRAINT "board_files_uploader_id_participants_id_fk" FOREIGN KEY ("uploader_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_files_meeting" ON "board_files" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "board_files_uploader" ON "board_files" USING btree ("uploader_id");--> statement-breakpoint
-- Who may draw is told to those who have the whiteboard open, as is every other change of what they may do.
CREATE OR REPLACE TRIGGER "documents_after_update" AFTER UPDATE OF "status", "who_may_draw" ON "meetings" FOR EACH ROW
	WHEN ((OLD.status, OLD.who_may_draw) IS DISTINCT FROM (NEW.status, NEW.who_may_draw)) EXECUTE FUNCTION tell_document_rights();--> statement-breakpoint
CREATE OR REPLACE TRIGGER "documents_after_update" AFTER UPDATE OF "role", "admission", "pen" ON "participants" FOR EACH ROW
	WHEN ((OLD.role, OLD.admission, OLD.pen) IS DISTINCT FROM (NEW.role, NEW.admission, NEW.pen)) EXECUTE FUNCTION tell_document_rights();

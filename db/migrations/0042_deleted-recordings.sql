CREATE TABLE "deleted_recordings" (
	"recording_id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"deleted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deleted_recordings" ADD CONSTRAINT "deleted_recordings_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deleted_recordings_meeting" ON "deleted_recordings" USING btree ("meeting_id");
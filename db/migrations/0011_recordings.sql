CREATE TABLE "recording_files" (
	"id" text PRIMARY KEY NOT NULL,
	"recording_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"location" text NOT NULL,
	"first_sample_at" timestamp with time zone,
	"duration_ms" double precision DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"closed_at" timestamp with time zone,
	"problem" text DEFAULT '' NOT NULL,
	CONSTRAINT "recording_files_location_unique" UNIQUE("location")
);
--> statement-breakpoint
CREATE TABLE "recordings" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"status" text DEFAULT 'starting' NOT NULL,
	"started_by" text,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"announced_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"stopped_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"problem" text DEFAULT '' NOT NULL,
	"mix_location" text,
	"mix_duration_ms" double precision,
	"lease_owner" text,
	"lease_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "added_lines" (
	"meeting_id" text NOT NULL,
	"number" integer NOT NULL,
	"participant_id" text NOT NULL,
	"start_ms" integer NOT NULL,
	"end_ms" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "added_lines_meeting_id_number_pk" PRIMARY KEY("meeting_id","number")
);
--> statement-breakpoint
CREATE TABLE "line_revisions" (
	"meeting_id" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" integer NOT NULL,
	"source" text NOT NULL,
	"text" text NOT NULL,
	"revised_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "line_revisions_meeting_id_epoch_seq_source_pk" PRIMARY KEY("meeting_id","epoch","seq","source")
);
--> statement-breakpoint
CREATE TABLE "recording_parts" (
	"file_id" text NOT NULL,
	"index" integer NOT NULL,
	"meeting_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"start_ms" integer NOT NULL,
	"end_ms" integer NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "recording_parts_file_id_index_pk" PRIMARY KEY("file_id","index")
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "recording" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "recording_files" ADD CONSTRAINT "recording_files_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_files" ADD CONSTRAINT "recording_files_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_files" ADD CONSTRAINT "recording_files_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_started_by_participants_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "added_lines" ADD CONSTRAINT "added_lines_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "added_lines" ADD CONSTRAINT "added_lines_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "line_revisions" ADD CONSTRAINT "line_revisions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_parts" ADD CONSTRAINT "recording_parts_file_id_recording_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."recording_files"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_parts" ADD CONSTRAINT "recording_parts_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_parts" ADD CONSTRAINT "recording_parts_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recording_files_recording" ON "recording_files" USING btree ("recording_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recordings_open" ON "recordings" USING btree ("meeting_id") WHERE "recordings"."status" in ('starting', 'recording', 'ending');--> statement-breakpoint
CREATE INDEX "recordings_status" ON "recordings" USING btree ("status","lease_until");--> statement-breakpoint
CREATE INDEX "recording_parts_meeting" ON "recording_parts" USING btree ("meeting_id");
CREATE TABLE "recording_egresses" (
	"id" text PRIMARY KEY NOT NULL,
	"recording_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"location" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"egress_id" text,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"stop_asked_at" timestamp with time zone,
	"missing_since" timestamp with time zone,
	"over_at" timestamp with time zone,
	"first_sample_at" timestamp with time zone,
	"duration_ms" double precision DEFAULT 0 NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"problem" text DEFAULT '' NOT NULL,
	CONSTRAINT "recording_egresses_location_unique" UNIQUE("location"),
	CONSTRAINT "recording_egresses_egress_id_unique" UNIQUE("egress_id")
);
--> statement-breakpoint
ALTER TABLE "recording_egresses" ADD CONSTRAINT "recording_egresses_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_egresses" ADD CONSTRAINT "recording_egresses_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "recording_egresses_open" ON "recording_egresses" USING btree ("recording_id","participant_id") WHERE "recording_egresses"."state" <> 'over';--> statement-breakpoint
CREATE INDEX "recording_egresses_recording" ON "recording_egresses" USING btree ("recording_id");
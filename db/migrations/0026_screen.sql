CREATE TABLE "screen_shares" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"participant_id" text NOT NULL,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "who_may_share" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "mute_on_join" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "screen_shares" ADD CONSTRAINT "screen_shares_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screen_shares" ADD CONSTRAINT "screen_shares_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;
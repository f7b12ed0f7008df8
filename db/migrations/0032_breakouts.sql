CREATE TABLE "breakout_rooms" (
	"room_id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "breakout_seats" (
	"session_id" text NOT NULL,
	"participant_id" text NOT NULL,
	"room_id" text NOT NULL,
	CONSTRAINT "breakout_seats_session_id_participant_id_pk" PRIMARY KEY("session_id","participant_id")
);
--> statement-breakpoint
CREATE TABLE "breakout_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"choice" text NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closes_at" timestamp with time zone,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "parent_id" text;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "main_id" text;--> statement-breakpoint
ALTER TABLE "breakout_rooms" ADD CONSTRAINT "breakout_rooms_room_id_meetings_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breakout_rooms" ADD CONSTRAINT "breakout_rooms_session_id_breakout_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."breakout_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breakout_seats" ADD CONSTRAINT "breakout_seats_session_id_breakout_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."breakout_sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breakout_seats" ADD CONSTRAINT "breakout_seats_participant_id_participants_id_fk" FOREIGN KEY ("participant_id") REFERENCES "public"."participants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breakout_seats" ADD CONSTRAINT "breakout_seats_room_id_breakout_rooms_room_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."breakout_rooms"("room_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "breakout_sessions" ADD CONSTRAINT "breakout_sessions_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "breakout_rooms_session" ON "breakout_rooms" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "breakout_sessions_open" ON "breakout_sessions" USING btree ("meeting_id") WHERE "breakout_sessions"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "breakout_sessions_meeting" ON "breakout_sessions" USING btree ("meeting_id");--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_parent_id_meetings_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_main_id_participants_id_fk" FOREIGN KEY ("main_id") REFERENCES "public"."participants"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "meetings_parent" ON "meetings" USING btree ("parent_id");--> statement-breakpoint
ALTER TABLE "participants" ADD CONSTRAINT "participants_main" UNIQUE("main_id","meeting_id");
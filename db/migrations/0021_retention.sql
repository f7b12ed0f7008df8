CREATE TABLE "deleted_meetings" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"reason" text NOT NULL,
	"deleted_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workspace" ADD COLUMN "keep_days" integer;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "keep_days" integer;--> statement-breakpoint
CREATE INDEX "deleted_meetings_code" ON "deleted_meetings" USING btree ("code");--> statement-breakpoint
CREATE INDEX "deleted_meetings_time" ON "deleted_meetings" USING btree ("deleted_at");
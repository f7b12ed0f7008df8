ALTER TABLE "invitations" ADD COLUMN "user_id" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "series_id" text;--> statement-breakpoint
ALTER TABLE "meetings" ADD COLUMN "series_start" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "participants" ADD COLUMN "invitation_id" text;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_series_id_meetings_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."meetings"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_user" ON "invitations" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "meetings_series" ON "meetings" USING btree ("series_id");--> statement-breakpoint
CREATE INDEX "meetings_time" ON "meetings" USING btree (coalesce("started_at", "scheduled_at", "created_at"),"id");
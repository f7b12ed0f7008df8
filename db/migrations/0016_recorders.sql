ALTER TABLE "recordings" ADD COLUMN "recorder" text DEFAULT 'rtc' NOT NULL;--> statement-breakpoint
ALTER TABLE "recordings" ADD COLUMN "resumes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "recordings" ADD COLUMN "reported_at" timestamp with time zone;
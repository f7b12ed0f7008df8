ALTER TABLE "recordings" ADD COLUMN "mix_given_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "recordings" ADD COLUMN "untranscribed" integer;--> statement-breakpoint
UPDATE "recordings" SET "untranscribed" = 0 WHERE "ended_at" IS NOT NULL;--> statement-breakpoint
UPDATE "recordings" SET "mix_given_up_at" = "ended_at" WHERE "ended_at" IS NOT NULL AND "mix_duration_ms" IS NULL;

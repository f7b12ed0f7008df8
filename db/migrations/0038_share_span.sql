ALTER TABLE "shares" ADD COLUMN "from_ms" integer;--> statement-breakpoint
ALTER TABLE "shares" ADD COLUMN "until_ms" integer;
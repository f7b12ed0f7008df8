ALTER TABLE "runner_events" ALTER COLUMN "data" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "runner_runs" ALTER COLUMN "output" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "runner_runs" ALTER COLUMN "error" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "runner_steps" ALTER COLUMN "result" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "runner_steps" ALTER COLUMN "result" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "runner_steps" ALTER COLUMN "finished_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "runner_steps" ALTER COLUMN "finished_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "runner_runs" ADD COLUMN "lost_leases" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runner_runs" ADD COLUMN "parallel" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "runner_steps" ADD COLUMN "attempt" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "runner_steps" ADD COLUMN "due_at" timestamp with time zone DEFAULT now() NOT NULL;
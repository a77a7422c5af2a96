ALTER TABLE "mentoring_sessions" ADD COLUMN "fund_source" text;--> statement-breakpoint
ALTER TABLE "mentoring_sessions" ADD COLUMN "in_budget" boolean;
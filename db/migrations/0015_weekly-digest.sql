CREATE TABLE "digests" (
	"user_id" uuid NOT NULL,
	"week" date NOT NULL,
	"tries" smallint DEFAULT 1 NOT NULL,
	"sent_at" timestamp with time zone,
	"retry_at" timestamp with time zone,
	CONSTRAINT "digests_user_id_week_pk" PRIMARY KEY("user_id","week")
);
--> statement-breakpoint
ALTER TABLE "digests" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "weekly_digest" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
CREATE TABLE "api_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_tokens_name" CHECK (length(name) between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "api_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_tokens_hash" ON "api_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "api_tokens_user" ON "api_tokens" USING btree ("user_id");--> statement-breakpoint
CREATE POLICY "api_tokens_seen" ON "api_tokens" AS PERMISSIVE FOR SELECT TO "connect_app" USING ((select app_admin()) or user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "api_tokens_made" ON "api_tokens" AS PERMISSIVE FOR INSERT TO "connect_app" WITH CHECK (user_id = (select app_user()));--> statement-breakpoint
CREATE POLICY "api_tokens_revoked" ON "api_tokens" AS PERMISSIVE FOR UPDATE TO "connect_app" USING ((select app_admin()) or user_id = (select app_user())) WITH CHECK ((select app_admin()) or user_id = (select app_user()));
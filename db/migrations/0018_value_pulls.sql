CREATE TABLE "value_pull_parts" (
	"run_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"period" integer NOT NULL,
	"org_unit" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"tries" smallint DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"http_status" smallint,
	"problem" text,
	"detail" text,
	"counts" jsonb,
	"import_id" uuid,
	CONSTRAINT "value_pull_parts_run_id_no_pk" PRIMARY KEY("run_id","no")
);
--> statement-breakpoint
ALTER TABLE "value_pull_parts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "value_pull_runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"asked" jsonb NOT NULL,
	"slot" timestamp with time zone,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"state" text DEFAULT 'waiting' NOT NULL,
	"problem" text,
	"detail" text,
	"holder" uuid,
	"held_until" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "value_pull_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "value_pulls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"address" text NOT NULL,
	"data_sets" text[] NOT NULL,
	"org_units" text[] NOT NULL,
	"children" boolean NOT NULL,
	"unit_scheme" text NOT NULL,
	"element_scheme" text NOT NULL,
	"strategy" text NOT NULL,
	"months" smallint NOT NULL,
	"rhythm" text NOT NULL,
	"day" smallint NOT NULL,
	"hour" smallint NOT NULL,
	"active_since" timestamp with time zone,
	"sealed" text,
	"secret_kind" text,
	"secret_for" text,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "value_pulls_when" CHECK (day between 1 and 28 and hour between 0 and 23 and months between 1 and 24),
	CONSTRAINT "value_pulls_secret" CHECK ((sealed is null) = (secret_for is null))
);
--> statement-breakpoint
ALTER TABLE "value_pulls" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "value_pull_parts" ADD CONSTRAINT "value_pull_parts_run_id_value_pull_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."value_pull_runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_pull_parts" ADD CONSTRAINT "value_pull_parts_import_id_value_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."value_imports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_pull_runs" ADD CONSTRAINT "value_pull_runs_asked_by_users_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "value_pulls" ADD CONSTRAINT "value_pulls_set_by_users_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "value_pull_parts_import" ON "value_pull_parts" USING btree ("import_id");--> statement-breakpoint
CREATE UNIQUE INDEX "value_pull_runs_slot" ON "value_pull_runs" USING btree ("slot");--> statement-breakpoint
CREATE UNIQUE INDEX "value_pull_runs_under_way" ON "value_pull_runs" USING btree ((true)) WHERE state in ('waiting', 'running');--> statement-breakpoint
CREATE INDEX "value_pull_runs_asked" ON "value_pull_runs" USING btree ("asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "value_pulls_one" ON "value_pulls" USING btree ((true));--> statement-breakpoint
CREATE POLICY "value_pull_parts_admin" ON "value_pull_parts" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "value_pull_runs_admin" ON "value_pull_runs" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));--> statement-breakpoint
CREATE POLICY "value_pulls_admin" ON "value_pulls" AS PERMISSIVE FOR ALL TO "connect_app" USING ((select app_admin())) WITH CHECK ((select app_admin()));
CREATE INDEX "actions_problem" ON "actions" USING btree ("problem_id");--> statement-breakpoint
CREATE INDEX "problems_category" ON "problems" USING btree ("category");
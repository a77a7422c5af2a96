-- Runs after the generated migrations, every time: must stay repeatable. Row-level policies decide which rows.
grant usage on schema public to connect_app;
grant select, insert, update, delete on all tables in schema public to connect_app;
grant usage on all sequences in schema public to connect_app;

-- The audit is append-only: history cannot be rewritten by the application.
revoke update, delete, truncate on changes from connect_app;
revoke update, delete, truncate on change_payloads from connect_app;
revoke insert, update, delete on server_state from connect_app;

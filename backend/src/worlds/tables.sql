INSERT INTO "counters" ("name", "value") VALUES ('event_log', 0), ('assets', 0) ON CONFLICT DO NOTHING;

CREATE TABLE "currencies" (
	"address" text PRIMARY KEY NOT NULL,
	"ord" bigint NOT NULL,
	"world" text NOT NULL,
	"creator" text NOT NULL,
	"name" text NOT NULL,
	"symbol" text NOT NULL,
	"cap" numeric(78, 0) NOT NULL,
	"curve" jsonb NOT NULL,
	"faucets" jsonb NOT NULL,
	"sinks" jsonb NOT NULL,
	"block" bigint NOT NULL,
	"declared_at" timestamp (3) with time zone NOT NULL,
	"declared_tx" text NOT NULL,
	CONSTRAINT "currencies_ord_unique" UNIQUE("ord")
);
--> statement-breakpoint
CREATE TABLE "currency_appointments" (
	"block" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"currency" text NOT NULL,
	"faucet" smallint NOT NULL,
	"source" text NOT NULL,
	"operator" text NOT NULL,
	CONSTRAINT "currency_appointments_block_log_index_pk" PRIMARY KEY("block","log_index")
);
--> statement-breakpoint
CREATE TABLE "currency_balances" (
	"currency" text NOT NULL,
	"account" text NOT NULL,
	"balance" numeric(78, 0) NOT NULL,
	CONSTRAINT "currency_balances_currency_account_pk" PRIMARY KEY("currency","account")
);
--> statement-breakpoint
CREATE TABLE "currency_flows" (
	"currency" text NOT NULL,
	"kind" text NOT NULL,
	"flow" smallint NOT NULL,
	"day" text NOT NULL,
	"amount" numeric(78, 0) NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "currency_flows_currency_kind_flow_day_pk" PRIMARY KEY("currency","kind","flow","day")
);
--> statement-breakpoint
CREATE TABLE "currency_movements" (
	"block" bigint NOT NULL,
	"log_index" integer NOT NULL,
	"currency" text NOT NULL,
	"kind" text NOT NULL,
	"from" text,
	"to" text,
	"amount" numeric(78, 0) NOT NULL,
	"flow" smallint,
	"by" text,
	"memo" text,
	"at" timestamp (3) with time zone NOT NULL,
	"tx" text NOT NULL,
	CONSTRAINT "currency_movements_block_log_index_pk" PRIMARY KEY("block","log_index")
);
--> statement-breakpoint
ALTER TABLE "index_state" ADD COLUMN "currencies" text;--> statement-breakpoint
ALTER TABLE "currency_appointments" ADD CONSTRAINT "currency_appointments_currency_currencies_address_fk" FOREIGN KEY ("currency") REFERENCES "public"."currencies"("address") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "currency_balances" ADD CONSTRAINT "currency_balances_currency_currencies_address_fk" FOREIGN KEY ("currency") REFERENCES "public"."currencies"("address") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "currency_flows" ADD CONSTRAINT "currency_flows_currency_currencies_address_fk" FOREIGN KEY ("currency") REFERENCES "public"."currencies"("address") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "currency_movements" ADD CONSTRAINT "currency_movements_currency_currencies_address_fk" FOREIGN KEY ("currency") REFERENCES "public"."currencies"("address") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "currencies_world" ON "currencies" USING btree ("world","ord");--> statement-breakpoint
CREATE INDEX "currencies_creator" ON "currencies" USING btree ("creator","ord");--> statement-breakpoint
CREATE INDEX "currencies_block" ON "currencies" USING btree ("block");--> statement-breakpoint
CREATE INDEX "currency_appointments_currency" ON "currency_appointments" USING btree ("currency","faucet","block","log_index");--> statement-breakpoint
CREATE INDEX "currency_balances_account" ON "currency_balances" USING btree ("account");--> statement-breakpoint
CREATE INDEX "currency_balances_nothing" ON "currency_balances" USING btree ("currency") WHERE "currency_balances"."balance" = 0;--> statement-breakpoint
CREATE INDEX "currency_flows_day" ON "currency_flows" USING btree ("currency","day");--> statement-breakpoint
CREATE INDEX "currency_movements_currency" ON "currency_movements" USING btree ("currency","block","log_index");--> statement-breakpoint
CREATE INDEX "currency_movements_from" ON "currency_movements" USING btree ("from","currency","block","log_index");--> statement-breakpoint
CREATE INDEX "currency_movements_to" ON "currency_movements" USING btree ("to","currency","block","log_index");--> statement-breakpoint
CREATE INDEX "currency_movements_flow" ON "currency_movements" USING btree ("currency","kind","flow","block");
create extension if not exists pg_trgm;
--> statement-breakpoint
CREATE TABLE "sessions" (
	"secret_hash" char(64) PRIMARY KEY NOT NULL,
	"address" char(42) NOT NULL,
	"csrf" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_nonces" (
	"nonce" text PRIMARY KEY NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "generations" (
	"id" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"kind" text NOT NULL,
	"plan" jsonb NOT NULL,
	"sealed" text NOT NULL,
	"engine_name" text NOT NULL,
	"engine_version" text NOT NULL,
	"requester" text,
	"error_code" text,
	"error_detail" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	"minted_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "personas" (
	"id" text PRIMARY KEY NOT NULL,
	"card" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "variations" (
	"generation_id" text NOT NULL,
	"index" integer NOT NULL,
	"seed" text NOT NULL,
	"state" text NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"stage" text,
	"milliseconds" integer,
	"folder" text,
	"cid" text,
	"thumbnail_cid" text,
	"bytes" integer,
	"width" integer,
	"height" integer,
	"sha256" text,
	"render_sha256" text,
	"fingerprint" text,
	"fingerprint_quality" integer,
	"palette" jsonb,
	"metrics" jsonb,
	"nearest_asset" text,
	"nearest_distance" integer,
	"error_code" text,
	"error_detail" text,
	CONSTRAINT "variations_generation_id_index_pk" PRIMARY KEY("generation_id","index")
);
--> statement-breakpoint
CREATE TABLE "mints" (
	"core_hash" text PRIMARY KEY NOT NULL,
	"request_key" text NOT NULL,
	"generation_id" text NOT NULL,
	"variation" integer NOT NULL,
	"chain_id" integer NOT NULL,
	"collection" text NOT NULL,
	"creator" text NOT NULL,
	"token_id" text NOT NULL,
	"core" jsonb NOT NULL,
	"presentation" jsonb NOT NULL,
	"royalty_bps" integer NOT NULL,
	"remix_bps" integer NOT NULL,
	"sealed_opening" text,
	"fingerprint" text,
	"folder" text NOT NULL,
	"signature" text,
	"cid" text,
	"root" text,
	"bytes" integer,
	"files" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"signed_at" timestamp (3) with time zone,
	CONSTRAINT "mints_request_key_unique" UNIQUE("request_key")
);
--> statement-breakpoint
ALTER TABLE "variations" ADD CONSTRAINT "variations_generation_id_generations_id_fk" FOREIGN KEY ("generation_id") REFERENCES "public"."generations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_expires_at" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "generations_open" ON "generations" USING btree ("state","created_at");--> statement-breakpoint
CREATE INDEX "generations_requester" ON "generations" USING btree ("requester");--> statement-breakpoint
CREATE INDEX "generations_created" ON "generations" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "mints_creator" ON "mints" USING btree ("creator");--> statement-breakpoint
CREATE INDEX "mints_signed" ON "mints" USING btree ("signed_at");--> statement-breakpoint
CREATE INDEX "mints_token" ON "mints" USING btree ("token_id");

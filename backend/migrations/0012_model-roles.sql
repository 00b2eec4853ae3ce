ALTER TABLE "assets" ADD COLUMN "model_role" text;--> statement-breakpoint
UPDATE "assets" SET "model_role" = case
  when c."envelope" #>> '{core,asset,mime}' like 'model/%' then case when "assets"."kind" = 'world' then 'world' else 'model' end
  else (select r ->> 'role' from jsonb_array_elements(c."envelope" #> '{core,asset,renditions}') r where r ->> 'role' in ('model', 'avatar', 'world') limit 1)
end FROM "asset_contents" c WHERE c."root" = "assets"."root" AND "assets"."content" = 'verified';

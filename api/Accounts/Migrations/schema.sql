CREATE TABLE IF NOT EXISTS "__AccountMigrations" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___AccountMigrations" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

BEGIN TRANSACTION;
CREATE TABLE "changes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_changes" PRIMARY KEY AUTOINCREMENT,
    "At" TEXT NOT NULL,
    "Who" TEXT NOT NULL,
    "Did" TEXT NOT NULL,
    "To" TEXT NOT NULL
);

CREATE TABLE "invitations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_invitations" PRIMARY KEY AUTOINCREMENT,
    "CodeHash" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "UsedAt" TEXT NULL
);

CREATE TABLE "people" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_people" PRIMARY KEY,
    "DisplayName" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "JoinedAt" TEXT NOT NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
);

CREATE TABLE "classes" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_classes" PRIMARY KEY AUTOINCREMENT,
    "Code" TEXT NOT NULL,
    "OwnerId" TEXT NOT NULL,
    "Author" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Level" TEXT NOT NULL,
    "ArticleRuleset" TEXT NULL,
    "VideoRuleset" TEXT NULL,
    "Members" INTEGER NOT NULL,
    "Stamp" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    CONSTRAINT "FK_classes_people_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE TABLE "keys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_keys" PRIMARY KEY AUTOINCREMENT,
    "PersonId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Hash" TEXT NOT NULL,
    "Start" TEXT NOT NULL,
    "Scope" TEXT NOT NULL,
    "ExpiresAt" TEXT NOT NULL,
    "RevokedAt" TEXT NULL,
    CONSTRAINT "FK_keys_people_PersonId" FOREIGN KEY ("PersonId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE TABLE "people_claims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_people_claims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_people_claims_people_UserId" FOREIGN KEY ("UserId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE TABLE "people_logins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_people_logins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_people_logins_people_UserId" FOREIGN KEY ("UserId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE TABLE "people_tokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_people_tokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_people_tokens_people_UserId" FOREIGN KEY ("UserId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE TABLE "rulesets" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_rulesets" PRIMARY KEY AUTOINCREMENT,
    "RulesetId" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Site" TEXT NOT NULL,
    "OwnerId" TEXT NOT NULL,
    "Author" TEXT NOT NULL,
    "Note" TEXT NOT NULL,
    "Parent" TEXT NOT NULL,
    "Json" TEXT NOT NULL,
    "Stamp" TEXT NOT NULL,
    "ChangedAt" TEXT NOT NULL,
    "PublishedAt" TEXT NULL,
    CONSTRAINT "FK_rulesets_people_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES "people" ("Id") ON DELETE CASCADE
);

CREATE TABLE "recommendations" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_recommendations" PRIMARY KEY AUTOINCREMENT,
    "ClassId" INTEGER NOT NULL,
    "Topic" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Url" TEXT NOT NULL,
    "Why" TEXT NOT NULL,
    CONSTRAINT "FK_recommendations_classes_ClassId" FOREIGN KEY ("ClassId") REFERENCES "classes" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_classes_Code" ON "classes" ("Code");

CREATE INDEX "IX_classes_OwnerId" ON "classes" ("OwnerId");

CREATE UNIQUE INDEX "IX_invitations_CodeHash" ON "invitations" ("CodeHash");

CREATE UNIQUE INDEX "IX_keys_Hash" ON "keys" ("Hash");

CREATE INDEX "IX_keys_PersonId" ON "keys" ("PersonId");

CREATE INDEX "EmailIndex" ON "people" ("NormalizedEmail");

CREATE UNIQUE INDEX "UserNameIndex" ON "people" ("NormalizedUserName");

CREATE INDEX "IX_people_claims_UserId" ON "people_claims" ("UserId");

CREATE INDEX "IX_people_logins_UserId" ON "people_logins" ("UserId");

CREATE INDEX "IX_recommendations_ClassId" ON "recommendations" ("ClassId");

CREATE INDEX "IX_rulesets_OwnerId" ON "rulesets" ("OwnerId");

CREATE UNIQUE INDEX "IX_rulesets_RulesetId_Version" ON "rulesets" ("RulesetId", "Version");

INSERT INTO "__AccountMigrations" ("MigrationId", "ProductVersion")
VALUES ('20261123021649_Accounts', '10.0.12');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "keys" ADD "Counted" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "keys" ADD "CountedOn" TEXT NULL;

ALTER TABLE "keys" ADD "MostPerDay" INTEGER NOT NULL DEFAULT 10000;

CREATE TABLE "draft_steps" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_draft_steps" PRIMARY KEY AUTOINCREMENT,
    "DraftId" INTEGER NOT NULL,
    "Stamp" TEXT NOT NULL,
    "Json" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    CONSTRAINT "FK_draft_steps_rulesets_DraftId" FOREIGN KEY ("DraftId") REFERENCES "rulesets" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_draft_steps_DraftId" ON "draft_steps" ("DraftId");

INSERT INTO "__AccountMigrations" ("MigrationId", "ProductVersion")
VALUES ('20261123050034_QuotasAndSteps', '10.0.12');

COMMIT;

BEGIN TRANSACTION;
ALTER TABLE "classes" ADD "CollectsAppraisals" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "appraisals" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_appraisals" PRIMARY KEY AUTOINCREMENT,
    "ClassId" INTEGER NOT NULL,
    "Rater" TEXT NOT NULL,
    "IsEducator" INTEGER NOT NULL,
    "PageKey" TEXT NOT NULL,
    "Title" TEXT NULL,
    "Revision" INTEGER NULL,
    "Answers" TEXT NOT NULL,
    CONSTRAINT "FK_appraisals_classes_ClassId" FOREIGN KEY ("ClassId") REFERENCES "classes" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_appraisals_ClassId_Rater_PageKey" ON "appraisals" ("ClassId", "Rater", "PageKey");

INSERT INTO "__AccountMigrations" ("MigrationId", "ProductVersion")
VALUES ('20261123081703_Appraisals', '10.0.12');

COMMIT;


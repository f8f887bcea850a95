using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CredScore.Api.Accounts.Migrations
{
    /// <inheritdoc />
    public partial class QuotasAndSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Counted",
                table: "keys",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "CountedOn",
                table: "keys",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "MostPerDay",
                table: "keys",
                type: "INTEGER",
                nullable: false,
                defaultValue: 10000);

            migrationBuilder.CreateTable(
                name: "draft_steps",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DraftId = table.Column<int>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_draft_steps", x => x.Id);
                    table.ForeignKey(
                        name: "FK_draft_steps_rulesets_DraftId",
                        column: x => x.DraftId,
                        principalTable: "rulesets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_draft_steps_DraftId",
                table: "draft_steps",
                column: "DraftId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "draft_steps");

            migrationBuilder.DropColumn(
                name: "Counted",
                table: "keys");

            migrationBuilder.DropColumn(
                name: "CountedOn",
                table: "keys");

            migrationBuilder.DropColumn(
                name: "MostPerDay",
                table: "keys");
        }
    }
}

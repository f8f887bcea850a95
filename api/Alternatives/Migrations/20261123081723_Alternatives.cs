using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CredScore.Api.Alternatives.Migrations
{
    /// <inheritdoc />
    public partial class Alternatives : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alternative_marks",
                columns: table => new
                {
                    Receipt = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Url = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_alternative_marks", x => x.Receipt);
                });

            migrationBuilder.CreateTable(
                name: "publisher_answers",
                columns: table => new
                {
                    Question = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    KeepUntil = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Json = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_publisher_answers", x => x.Question);
                });

            migrationBuilder.CreateIndex(
                name: "IX_alternative_marks_Topic_Url",
                table: "alternative_marks",
                columns: new[] { "Topic", "Url" });

            migrationBuilder.CreateIndex(
                name: "IX_publisher_answers_KeepUntil",
                table: "publisher_answers",
                column: "KeepUntil");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alternative_marks");

            migrationBuilder.DropTable(
                name: "publisher_answers");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CredScore.Api.Storage.Migrations
{
    /// <summary>References as they were read, for scoring again when a list changes. What is stored so far has none and is fetched when somebody asks.</summary>
    public partial class Sources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "Sources",
                table: "pages",
                type: "BLOB",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Sources",
                table: "pages");
        }
    }
}

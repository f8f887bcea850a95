using System.Reflection;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Features;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CredScore.Api.Contract;

/// <summary>The contract at <c>/swagger</c>, checked in as <c>api/openapi.json</c>.</summary>
internal static class ContractRegistration
{
    private const string Version = "v1";

    public static void AddContract(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.AddSwaggerGen(swagger =>
        {
            swagger.SwaggerDoc(Version, new()
            {
                Title = "CredScore",
                Version = Version,
                Description = "Scores Wikipedia articles and YouTube videos by who made them and what they cite, and explains every point. Scores are signals of credibility; facts are not checked.",
                License = new() { Name = "MIT" },
            });
            swagger.SupportNonNullableReferenceTypes();
            swagger.NonNullableReferenceTypesAsRequired();
            swagger.MapType<FeatureValues>(() => new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "Feature values by name; null where unknown. GET /v1/features says what each counts.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Number | JsonSchemaType.Null },
            });
            IncludeWords(swagger, typeof(Assessment).Assembly);
            IncludeWords(swagger, typeof(ContractRegistration).Assembly);
        });
    }

    public static void MapContract(this WebApplication app)
    {
        app.MapSwagger("/swagger/{documentName}/swagger.json");
        app.UseSwaggerUI(ui => ui.SwaggerEndpoint($"/swagger/{Version}/swagger.json", "CredScore"));
    }

    private static void IncludeWords(SwaggerGenOptions swagger, Assembly assembly)
    {
        var words = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");

        if (File.Exists(words))
        {
            swagger.IncludeXmlComments(words);
        }
    }
}

using Microsoft.AspNetCore.Http.HttpResults;

namespace CredScore.Api.Problems;

/// <summary>Problems for every failure of the interface, with bodies where middleware only sets a status.</summary>
internal static class ProblemRegistration
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddExceptionHandler<ProblemHandler>();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(async context =>
        {
            var response = context.HttpContext.Response;
            ProblemHttpResult result = TypedResults.Problem(Problem.OfStatus(response.StatusCode));
            await result.ExecuteAsync(context.HttpContext);
        });
    }
}

using CredScore.Api.Problems;
using Microsoft.AspNetCore.Antiforgery;

namespace CredScore.Api.Security;

/// <summary>Writes down forms that came without the token of their page, or with another's. Whoever handles the form refuses it.</summary>
internal static class ForgedForms
{
    public static void UseForgedFormLog(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            RefusalLog.Refused(context.RequestServices.GetRequiredService<ILogger<LimitOptions>>(), RefusalLog.ForgedForm);
        }

        return next(context);
    });
}

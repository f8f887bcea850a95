using CredScore.Api.Storage;
using CredScore.Api.Upstream;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace CredScore.Api.Problems;

/// <summary>The one place where exceptions become problems; the log's level follows the blame.</summary>
internal sealed partial class ProblemHandler(ILogger<ProblemHandler> logger) : IExceptionHandler
{
    private const int ClientClosedRequest = 499;

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = ClientClosedRequest;
            return true;
        }

        var problem = Describe(exception, httpContext.TraceIdentifier);
        SetRetryAfter(httpContext.Response, (exception as UpstreamException)?.RetryAfter ?? (exception as RefusedException)?.RetryAfter, problem.Status!.Value);
        await TypedResults.Problem(problem).ExecuteAsync(httpContext);
        return true;
    }

    /// <summary>When to come back: what the site or a limit asked for, else half a minute.</summary>
    public static void SetRetryAfter(HttpResponse response, TimeSpan? wait, int status)
    {
        if (status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling((wait ?? TimeSpan.FromSeconds(30)).TotalSeconds)).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private ProblemDetails Describe(Exception exception, string trace)
    {
        switch (exception)
        {
            case UpstreamException upstream:
                Log.UpstreamFailed(logger, upstream.Message);
                return Problem.Of(upstream);
            case RefusedException refused:
                RefusalLog.Refused(logger, refused.Problem.Type!);
                return refused.Problem;
            case StorageException storage:
                Log.StorageFailed(logger, storage.Message);
                return Problem.Of(storage);
            case BadHttpRequestException request:
                return Problem.Of(request);
            default:
                Log.Bug(logger, exception, trace);
                return Problem.Internal;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A page could not be scored: {Message}")]
        public static partial void UpstreamFailed(ILogger logger, string message);

        [LoggerMessage(2, LogLevel.Error, "Stored scores could not be used: {Message}")]
        public static partial void StorageFailed(ILogger logger, string message);

        [LoggerMessage(3, LogLevel.Error, "A request failed through a fault of ours; its trace is {Trace}.")]
        public static partial void Bug(ILogger logger, Exception exception, string trace);
    }
}

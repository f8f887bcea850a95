using System.Net;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Upstream.YouTube;

/// <summary>Stands inside the retries. Reads each answer whole within its limit, and tells a day's quota and a refused key, which no second attempt changes, from haste, which it does.</summary>
internal sealed partial class DataApiHandler(IOptions<YouTubeOptions> options, TimeProvider time, ILogger<DataApiHandler> logger) : DelegatingHandler
{
    // https://developers.google.com/youtube/v3/docs/errors
    private static readonly string[] Day = ["quotaExceeded", "dailyLimitExceeded"];
    private static readonly string[] Haste = ["rateLimitExceeded", "userRateLimitExceeded", "RATE_LIMIT_EXCEEDED"];
    private static readonly string[] BadKey = ["keyInvalid", "keyExpired", "API_KEY_INVALID"];

    // A day of the quota ends at midnight in California: 08:00 UTC in winter, 07:00 in summer. The later one is past it on every day.
    private static readonly TimeSpan DayEnds = TimeSpan.FromHours(8);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);

        try
        {
            var body = await LimitedBody.LoadAsync(response, options.Value.MostMegabytes, YouTubeClient.Site, cancellationToken);

            if (!response.IsSuccessStatusCode)
            {
                Refuse(response, DataApiRefusal.ReasonsIn(body));
            }

            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private void Refuse(HttpResponseMessage response, IReadOnlyList<string> reasons)
    {
        if (reasons.Any(Day.Contains))
        {
            var wait = UntilDayEnds(time.GetUtcNow());
            Log.QuotaUsed(logger, wait);
            throw DataApiFaults.Quota(wait);
        }

        if (reasons.Any(Haste.Contains))
        {
            response.StatusCode = HttpStatusCode.TooManyRequests;
        }
        else if (reasons.Any(BadKey.Contains) || (response.StatusCode == HttpStatusCode.Forbidden && reasons.Count > 0))
        {
            // For a public video the API has no other reason of its own to say 403; a proxy's has no reasons.
            Log.KeyRefused(logger, (int)response.StatusCode);
            throw DataApiFaults.Key(TimeSpan.FromMinutes(options.Value.PauseMinutes));
        }
    }

    private static TimeSpan UntilDayEnds(DateTimeOffset now)
    {
        var wait = DayEnds - now.UtcDateTime.TimeOfDay;
        return wait > TimeSpan.Zero ? wait : wait + TimeSpan.FromDays(1);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The day's quota of YouTube's Data API is used up. The next one begins in {Wait}.")]
        public static partial void QuotaUsed(ILogger logger, TimeSpan wait);

        [LoggerMessage(2, LogLevel.Warning, "YouTube's Data API refuses the key in Upstream:YouTube:ApiKey with status {Status}: it is wrong, expired or restricted, or its project has not switched the API on.")]
        public static partial void KeyRefused(ILogger logger, int status);
    }
}

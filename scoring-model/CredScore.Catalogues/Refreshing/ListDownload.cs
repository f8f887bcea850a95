using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using CredScore.Catalogues.Reading;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace CredScore.Catalogues.Refreshing;

/// <summary>What was fetched.</summary>
/// <param name="Source">Where it came from.</param>
/// <param name="ETag">The publisher's mark of this edition.</param>
/// <param name="LastModified">When the publisher says it changed.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Digest">SHA-256 of it.</param>
internal sealed record Downloaded(Uri Source, string? ETag, DateTimeOffset? LastModified, long Bytes, string Digest);

/// <summary>Fetches a list into a file: conditionally, going on where a broken attempt stopped, within limits of size and time, and from the publisher's host alone.</summary>
internal sealed class ListDownload
{
    private const int MostRedirects = 4;

    private readonly HttpClient _http;
    private readonly RefreshOptions _options;
    private readonly TimeProvider _time;
    private readonly ResiliencePipeline _pipeline;

    public ListDownload(HttpClient http, RefreshOptions options, TimeProvider time)
    {
        (_http, _options, _time) = (http, options, time);

        // The whole wait outside, the retries inside; what limits an attempt is silence, since a large list over a slow line takes its time.
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddTimeout(options.LongestTime)
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Math.Max(1, options.Retries),
                Delay = options.RetryDelay,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = outcome => ValueTask.FromResult(options.Retries > 0 && outcome.Outcome.Exception is Passing { RetryAfter: var wait } && (wait ?? TimeSpan.Zero) <= options.LongestDelay),
                DelayGenerator = outcome => ValueTask.FromResult((outcome.Outcome.Exception as Passing)?.RetryAfter),
            })
            .Build();
    }

    /// <summary>Fetches the first address that exists into a file; null when the known edition is still the newest. Throws <see cref="ListRefusedException"/>.</summary>
    public async Task<Downloaded?> FetchAsync(IReadOnlyList<Uri> addresses, ListDeclaration list, ManifestEntry? known, string file, Action<long>? progress, CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
        {
            var (isThere, found) = await TryAsync(address, list, known, file, progress, cancellationToken);

            if (isThere)
            {
                return found;
            }
        }

        throw new ListRefusedException($"{addresses[0].Host} has no such list ({addresses.Count} {(addresses.Count == 1 ? "address" : "addresses")} asked).");
    }

    private async Task<(bool IsThere, Downloaded? Found)> TryAsync(Uri address, ListDeclaration list, ManifestEntry? known, string file, Action<long>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async token => await AttemptAsync(address, list, known, file, progress, token), cancellationToken);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new ListRefusedException($"{address.Host} took longer than {_options.LongestTime.TotalMinutes:0} minutes.", exception);
        }
        catch (Passing exception)
        {
            throw new ListRefusedException(exception.Message, exception);
        }
    }

    private async Task<(bool IsThere, Downloaded? Found)> AttemptAsync(Uri address, ListDeclaration list, ManifestEntry? known, string file, Action<long>? progress, CancellationToken cancellationToken)
    {
        using var silence = new CancellationTokenSource(_options.LongestSilence, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);

        try
        {
            var part = PartMark.Find(file, address);
            using var response = await FollowAsync(address, known, part, either.Token);

            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                return (false, null);
            }

            if (response.StatusCode is HttpStatusCode.NotModified)
            {
                return (true, null);
            }

            ThrowUnlessSent(address, response, part, file);
            return (true, await SaveAsync(address, response, list, part, file, progress, silence, either.Token));
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new Passing($"{address.Host} fell silent for more than {_options.LongestSilence.TotalSeconds:0} seconds.", null, exception);
        }
        catch (HttpRequestException exception)
        {
            throw new Passing($"{address.Host} cannot be reached: {exception.Message}", null, exception);
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(Uri address, ManifestEntry? known, PartMark? part, CancellationToken cancellationToken)
    {
        var next = address;

        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = Ask(next, known, part);
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

            if ((int)response.StatusCode is < 301 or 304 or > 308 || response.Headers.Location is not { } location)
            {
                return response;
            }

            response.Dispose();
            next = new Uri(next, location);

            if (next.Authority != address.Authority || next.Scheme != address.Scheme)
            {
                throw new ListRefusedException($"{address.Host} sends us to another host, {next.Host}, which is not followed.");
            }
        }

        throw new ListRefusedException($"{address.Host} redirects without end.");
    }

    private HttpRequestMessage Ask(Uri address, ManifestEntry? known, PartMark? part)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);

        // A part of a packed answer would be no part of the list.
        request.Headers.AcceptEncoding.Add(new("identity"));

        if (part is not null)
        {
            request.Headers.Range = new RangeHeaderValue(part.Length, null);
            request.Headers.TryAddWithoutValidation("If-Range", part.Mark);
        }
        else if (known is not null && known.Source == address.AbsoluteUri)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
            request.Headers.IfModifiedSince = known.ETag is null ? known.LastModified : null;
        }

        return request;
    }

    private void ThrowUnlessSent(Uri address, HttpResponseMessage response, PartMark? part, string file)
    {
        var status = (int)response.StatusCode;

        if (status == 416 || (status == 206 && response.Content.Headers.ContentRange?.From != part?.Length))
        {
            PartMark.Drop(file);
            throw new Passing($"{address.Host} cannot go on where the last attempt stopped.", TimeSpan.Zero);
        }

        if (status is 408 or 429 or 500 or 502 or 503 or 504)
        {
            var wait = response.Headers.RetryAfter switch
            {
                { Delta: { } delta } => delta,
                { Date: { } date } => date - _time.GetUtcNow() is { Ticks: > 0 } left ? left : TimeSpan.Zero,
                _ => (TimeSpan?)null,
            };
            throw new Passing($"{address.Host} {(status == 429 ? "asks us to slow down" : "has a fault")} (status {status}){(wait is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"; it says to come back in {Math.Ceiling(seconds.TotalSeconds):0} seconds") : "")}.", wait);
        }

        if (!response.IsSuccessStatusCode)
        {
            throw new ListRefusedException($"{address.Host} refused to answer (status {status}).");
        }
    }

    private async Task<Downloaded> SaveAsync(
        Uri address, HttpResponseMessage response, ListDeclaration list, PartMark? part, string file, Action<long>? progress, CancellationTokenSource silence, CancellationToken cancellationToken)
    {
        var isRest = response.StatusCode is HttpStatusCode.PartialContent;
        var (tag, modified) = (response.Headers.ETag?.ToString(), response.Content.Headers.LastModified);
        PartMark.Write(file, address, response.Headers.ETag is { IsWeak: false } ? tag : modified?.ToString("R", CultureInfo.InvariantCulture));
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);

        // What is already here is not behind the publisher's limits.
        await using var target = new FileStream(file, isRest ? FileMode.Append : FileMode.Create, FileAccess.Write, FileShare.None, 128 * 1024);
        var buffer = new byte[128 * 1024];
        var length = isRest ? part!.Length : 0;

        for (int read; (read = await ReadAsync(address, body, buffer, cancellationToken)) > 0;)
        {
            silence.CancelAfter(_options.LongestSilence);
            length += read;

            if (length > list.MostBytes)
            {
                await target.DisposeAsync();
                PartMark.Drop(file);
                throw new ListRefusedException(string.Create(CultureInfo.InvariantCulture, $"{address.Host} sent more than {list.MostBytes / 1024 / 1024} MB."));
            }

            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            progress?.Invoke(length);
        }

        await target.DisposeAsync();
        await using var whole = File.OpenRead(file);
        return new(address, tag, modified, length, Convert.ToHexStringLower(await SHA256.HashDataAsync(whole, cancellationToken)));
    }

    // A broken line is told from a full disk.
    private static async Task<int> ReadAsync(Uri address, Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new Passing($"{address.Host} broke off: {exception.Message}", null, exception);
        }
    }

    private sealed class Passing(string message, TimeSpan? retryAfter, Exception? cause = null) : Exception(message, cause)
    {
        public TimeSpan? RetryAfter { get; } = retryAfter;
    }
}

/// <summary>What is needed to go on with a broken download: whose part it is, and the publisher's mark of the edition.</summary>
internal sealed record PartMark(string Source, string? Mark)
{
    private long? _length;

    public long Length => _length ?? 0;

    /// <summary>The part of a download from an address that can be gone on with; null when there is none.</summary>
    public static PartMark? Find(string file, Uri source)
    {
        try
        {
            return File.Exists(MarkOf(file)) && new FileInfo(file) is { Exists: true, Length: > 0 and var length }
                && JsonSerializer.Deserialize<PartMark>(File.ReadAllBytes(MarkOf(file))) is { Mark: not null } mark && mark.Source == source.AbsoluteUri
                    ? mark with { _length = length }
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Write(string file, Uri source, string? mark)
        => File.WriteAllBytes(MarkOf(file), JsonSerializer.SerializeToUtf8Bytes(new PartMark(source.AbsoluteUri, mark)));

    public static void Drop(string file)
    {
        File.Delete(file);
        File.Delete(MarkOf(file));
    }

    private static string MarkOf(string file) => $"{file}.json";
}

using System.Collections.Concurrent;
using CredScore.Api.Catalogues;
using CredScore.Api.Storage;
using CredScore.Api.Upstream;
using CredScore.Scoring.Alternatives;
using CredScore.Scoring.Assessments;
using CredScore.Scoring.Topics;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace CredScore.Api.Alternatives;

/// <summary>
/// Alternatives from the catalogue of topics and from what publishers answered. Publishers are asked side by side, each once for a topic, and never on the way
/// of a score: what they answer is kept, over restarts too, and is there for the next reader.
/// </summary>
internal sealed partial class AlternativeDesk(
    CurrentScorer current, IEnumerable<IAlternativeProvider> providers, AnswerStore kept, IOptions<AlternativeOptions> options, TimeProvider time, ILogger<AlternativeDesk> logger) : IDisposable
{
    // After a failure a publisher is not asked for the same topic again for so long.
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly List<IAlternativeProvider> _providers = [.. providers.Where(provider => provider.IsOn)];
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = options.Value.MostAnswers, Clock = new CacheClock(time) });
    private readonly ConcurrentDictionary<string, Task> _asking = new(StringComparer.Ordinal);
    private long _version;

    /// <summary>Changes whenever a publisher answered something new.</summary>
    public long Version => Interlocked.Read(ref _version);

    /// <summary>Knows topics by their names.</summary>
    public TopicLinker Topics => current.Topics;

    /// <summary>What is known now, without waiting.</summary>
    public IReadOnlyList<Alternative> Find(Assessment assessment) => new AlternativeFinder(current.Topics).Find(assessment, AnswersFor);

    /// <inheritdoc cref="Find(Assessment)"/>
    public IReadOnlyList<Alternative> Find(PageTopic topic) => new AlternativeFinder(current.Topics).Find(topic, AnswersFor);

    /// <summary>The topic that a text names; null when it names none.</summary>
    public PageTopic? FindTopic(string name) => current.Topics.LinkName(name);

    /// <summary>Whether a link is among what is known on a topic by its name.</summary>
    public bool IsOffered(string topic, string url) => FindTopic(topic) is { } known && Find(known).Any(alternative => alternative.Url == url);

    /// <summary>Has publishers asked for what is not kept, and does not wait.</summary>
    public void AskLater(IEnumerable<PageTopic> pageTopics) => Start(pageTopics);

    /// <summary>Has publishers asked and waits until they answered, at most until the deadline. The answer names those that did not make it.</summary>
    public async Task<IReadOnlyList<string>> AskAsync(IEnumerable<PageTopic> pageTopics, CancellationToken cancellationToken)
    {
        var asking = Start(pageTopics);
        var all = Task.WhenAll(asking.Select(ask => ask.Task));

        try
        {
            await all.WaitAsync(TimeSpan.FromMilliseconds(options.Value.DeadlineMilliseconds), time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // They go on, and the next reader has what they find.
        }

        return [.. asking.Where(ask => !ask.Task.IsCompleted).Select(ask => ask.Provider).Distinct()];
    }

    public void Dispose() => _answers.Dispose();

    private IEnumerable<Alternative> AnswersFor(PageTopic topic)
        => _providers.SelectMany(provider => _answers.Get<IReadOnlyList<Alternative>>(KeyOf(provider, topic)) ?? []).Select(answer => topic.Fit == TopicFit.Exact ? answer : answer with { IsExact = false });

    private List<(string Provider, Task Task)> Start(IEnumerable<PageTopic> pageTopics)
        => !options.Value.AskProviders ? [] :
        [
            .. from topic in pageTopics
               from provider in _providers
               let key = KeyOf(provider, topic)
               where !_answers.TryGetValue(key, out _)
               select (provider.Name, _asking.GetOrAdd(key, _ => Task.Run(() => AskAsync(provider, topic, key), CancellationToken.None))),
        ];

    private async Task AskAsync(IAlternativeProvider provider, PageTopic topic, string key)
    {
        var answer = new KeptAnswer(time.GetUtcNow() + Pause, []);

        try
        {
            answer = await RecallAsync(provider, key) ?? await AnswerAsync(provider, topic, key);
        }
        catch (UpstreamException exception)
        {
            Log.NotAnswered(logger, exception.Message);
            answer = exception.RetryAfter > Pause ? answer with { KeepUntil = time.GetUtcNow() + exception.RetryAfter.Value } : answer;
        }
        catch (Exception exception)
        {
            Log.Failed(logger, provider.Name, exception);
        }
        finally
        {
            _answers.Set(key, answer.Alternatives, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpiration = answer.KeepUntil });
            _asking.TryRemove(key, out _);

            if (answer.Alternatives.Count > 0)
            {
                Interlocked.Increment(ref _version);
            }
        }
    }

    // Failures are kept in memory alone: after a restart a publisher may be well again.
    private async Task<KeptAnswer> AnswerAsync(IAlternativeProvider provider, PageTopic topic, string key)
    {
        var found = await provider.FindAsync(AskedFor(topic), CancellationToken.None);
        var answer = new KeptAnswer(time.GetUtcNow() + LifeOf(provider), found);

        try
        {
            await (provider.MayBeStored ? kept.KeepAsync(key, answer, CancellationToken.None) : Task.CompletedTask);
        }
        catch (StorageException exception)
        {
            Log.NotKept(logger, exception.Message);
        }

        return answer;
    }

    private async Task<KeptAnswer?> RecallAsync(IAlternativeProvider provider, string key)
    {
        try
        {
            return provider.MayBeStored ? await kept.FindAsync(key, CancellationToken.None) : null;
        }
        catch (StorageException exception)
        {
            Log.NotKept(logger, exception.Message);
            return null;
        }
    }

    private TimeSpan LifeOf(IAlternativeProvider provider) => provider.LongestKept is { } longest && longest < options.Value.Keep ? longest : options.Value.Keep;

    private AskedTopic AskedFor(PageTopic topic)
    {
        var known = current.Topics.Find(topic);
        var name = topic.Name.IndexOf(" (", StringComparison.Ordinal) is var bracket and > 0 ? topic.Name[..bracket] : topic.Name;
        return new(topic.Name, name, [name, .. known?.Synonyms ?? []], known?.Field, NumberOf("mesh"), NumberOf("icd10"), NumberOf("snomed"));

        string? NumberOf(string scheme) => topic.Identifiers.GetValueOrDefault(scheme) ?? known?.Identifiers.GetValueOrDefault(scheme);
    }

    private static string KeyOf(IAlternativeProvider provider, PageTopic topic) => $"{provider.Name}|{topic.Name}|{topic.Identifiers.GetValueOrDefault("icd10")}";

    private sealed class CacheClock(TimeProvider time) : Microsoft.Extensions.Internal.ISystemClock
    {
        public DateTimeOffset UtcNow => time.GetUtcNow();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A publisher gave no alternatives. {Message}")]
        public static partial void NotAnswered(ILogger logger, string message);

        [LoggerMessage(2, LogLevel.Error, "{Provider} could not be asked for alternatives through a fault of ours.")]
        public static partial void Failed(ILogger logger, string provider, Exception exception);

        [LoggerMessage(3, LogLevel.Warning, "A publisher's answer is kept until the next restart only. {Message}")]
        public static partial void NotKept(ILogger logger, string message);
    }
}

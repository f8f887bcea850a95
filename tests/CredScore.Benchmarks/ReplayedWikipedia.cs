using System.Net;
using System.Text.Json;
using System.Web;
using Microsoft.Extensions.Http;

namespace CredScore.Benchmarks;

/// <summary>A Wikipedia that has every page: each title is one of the articles made here.</summary>
internal sealed class ReplayedWikipedia : IHttpMessageHandlerBuilderFilter
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        builder.PrimaryHandler = new Handler();
    };

    private sealed class Handler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var title = HttpUtility.ParseQueryString(request.RequestUri!.Query)["titles"]!;
            var body = JsonSerializer.SerializeToUtf8Bytes(Answer(title, NumberOf(title)));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body) { Headers = { { "Content-Type", "application/json" } } } });
        }

        // No two pages of a wiki have the same revision.
        private static int NumberOf(string title) => int.TryParse(title.AsSpan(title.LastIndexOf(' ') + 1), out var number) ? number : title.Length;

        private static object Answer(string title, int number) => new
        {
            batchcomplete = true,
            query = new { pages = new[] { Page(title, number) } },
        };

        private static object Page(string title, int number) => new
        {
            pageid = number,
            ns = 0,
            title,
            contentmodel = "wikitext",
            lastrevid = 1000 + number,
            protection = Array.Empty<object>(),
            revisions = new[] { new { revid = 1000 + number, timestamp = "2026-11-19T10:15:00Z", slots = new { main = new { contentmodel = "wikitext", content = SampleArticles.Ordinary(number) } } } },
        };
    }
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>The web as the browser finds it: every name leads here, and only the pages that a test has put up are there.</summary>
internal sealed class Sites() : LoopbackServer(OwnCertificate())
{
    // What Chromium asks of its maker by itself, whatever its flags say; nothing of ours goes there.
    private static readonly string[] _browsersOwn =
    [
        "accounts.google.com", "content-autofill.googleapis.com", "optimizationguide-pa.googleapis.com", "update.googleapis.com", "clients2.google.com", "android.clients.google.com",
        "clientservices.googleapis.com", "safebrowsingohttpgateway.googleapis.com", "safebrowsing.googleapis.com", "passwordsleakcheck-pa.googleapis.com",
    ];

    private readonly ConcurrentDictionary<string, string> _pages = new();

    /// <summary>Every request, as <c>GET https://en.wikipedia.org/wiki/Measles</c>.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Requests for what no test has put up, pictures and icons of pages left out.</summary>
    public ConcurrentQueue<string> Unexpected { get; } = new();

    /// <param name="address">Without a query it stands for every query.</param>
    public void PutUp(string address, string html) => _pages[address] = html;

    public void Clear()
    {
        _pages.Clear();
        Requests.Clear();
        Unexpected.Clear();
    }

    protected override async Task AnswerAsync(HttpContext context)
    {
        var address = context.Request.GetEncodedUrl();

        if (_browsersOwn.Contains(context.Request.Host.Host))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Requests.Enqueue($"{context.Request.Method} {address}");

        if (Find(address) is { } html)
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(html, context.RequestAborted);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            NoteUnexpected(context.Request, address);
        }
    }

    private string? Find(string address) => _pages.TryGetValue(address, out var html) || _pages.TryGetValue(address.Split('?')[0], out html) ? html : null;

    // Sec-Fetch-Dest tells what a page loads for itself; a script's own requests are "empty".
    private void NoteUnexpected(HttpRequest request, string address)
    {
        if (request.Headers["Sec-Fetch-Dest"] is [var use] && use is "empty" or "document" or "iframe")
        {
            Unexpected.Enqueue($"{request.Method} {address}");
        }
    }

    private static X509Certificate2 OwnCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        var request = new CertificateRequest("CN=CredScore tests", key, HashAlgorithmName.SHA256);
        names.AddDnsName("*.wikipedia.org");
        names.AddDnsName("www.youtube.com");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}

using System.Collections.Concurrent;
using CredScore.EndToEnd.Tests.Pages;
using Microsoft.AspNetCore.Http;

namespace CredScore.EndToEnd.Tests.Support;

/// <summary>Wikipedia's Action API and YouTube's watch pages as the service finds them. What no test has put up is an unexpected call.</summary>
internal sealed class Upstream : LoopbackServer
{
    private readonly ConcurrentDictionary<string, string> _answers = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = new();

    public ConcurrentQueue<string> Requests { get; } = new();

    public ConcurrentQueue<string> Unexpected { get; } = new();

    public void Has(SampleArticle article)
    {
        _answers[article.Title] = article.ApiAnswer;
        _answers[article.Revision.ToString()] = article.ApiAnswer;
    }

    public void Has(SampleVideo video) => _answers[video.Id] = video.Html;

    /// <summary>Keeps whoever asks for a page waiting until it is released.</summary>
    public void Hold(string title) => _held[title] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release()
    {
        foreach (var title in _held.Keys)
        {
            if (_held.TryRemove(title, out var held))
            {
                held.TrySetResult();
            }
        }
    }

    public void Clear()
    {
        Release();
        _answers.Clear();
        Requests.Clear();
        Unexpected.Clear();
    }

    protected override async Task AnswerAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var asked = query["titles"] is [{ } title] ? title : query["revids"] is [{ } revision] ? revision : query["v"] is [{ } video] ? video : string.Empty;
        Requests.Enqueue(asked);

        if (_held.TryGetValue(asked, out var held))
        {
            await held.Task.WaitAsync(context.RequestAborted);
        }

        if (_answers.TryGetValue(asked, out var answer))
        {
            context.Response.ContentType = answer.StartsWith('{') ? "application/json" : "text/html; charset=utf-8";
            await context.Response.WriteAsync(answer, context.RequestAborted);
        }
        else
        {
            Unexpected.Enqueue(context.Request.Path + context.Request.QueryString);
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
        }
    }
}

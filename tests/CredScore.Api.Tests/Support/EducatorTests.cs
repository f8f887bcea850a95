using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CredScore.Api.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CredScore.Api.Tests.Support;

/// <summary>A service with people in it, each with a client that holds a key of theirs.</summary>
internal abstract class EducatorTests : ApiTests
{
    protected const string Password = "correct horse battery";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected People People => Api.Services.GetRequiredService<People>();

    protected Task<HttpClient> EducatorAsync(string name = "Dr Rivera") => JoinAsync(name, Roles.Educator);

    protected async Task<HttpClient> JoinAsync(string name, string role, string scope = Scopes.Write)
    {
        var actor = await MakeAsync(name, role);
        var client = Api.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await People.MakeKeyAsync(actor, new("tests", scope, 7), default));
        return client;
    }

    protected async Task<Actor> MakeAsync(string name, string role)
    {
        using var scope = Api.Services.CreateScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var email = $"{name.Replace(' ', '.')}@school.example";
        var person = new Person { UserName = email, Email = email, DisplayName = name, Role = role };
        var made = await users.CreateAsync(person, Password);
        Assert.That(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return new(person.Id, name, role);
    }

    /// <summary>Begins a draft from the general ruleset, changes it and publishes it; answers with its key.</summary>
    protected static async Task<string> PublishAsync(HttpClient educator, string id, Action<JsonNode> change, string from = "general")
    {
        var (draft, stamp) = await BeginAsync(educator, id, from);
        change(draft);
        using var saved = await SaveAsync(educator, id, stamp, draft);
        Assert.That(saved.IsSuccessStatusCode, await saved.Content.ReadAsStringAsync());
        stamp = (string)(await JsonOf(saved))["face"]!["stamp"]!;
        using var published = await SendAsync(educator, HttpMethod.Post, $"/v1/rulesets/{id}/draft/publish", new { note = "For my class." }, stamp);
        Assert.That(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
        return $"{id}/{(int)(await JsonOf(published))["version"]!}";
    }

    /// <summary>Begins a draft; answers with the ruleset as a file and the draft's stamp.</summary>
    protected static async Task<(JsonNode Draft, string Stamp)> BeginAsync(HttpClient educator, string id, string from = "general")
    {
        using var begun = await SendAsync(educator, HttpMethod.Post, "/v1/rulesets", new { id, from });
        Assert.That(begun.IsSuccessStatusCode, await begun.Content.ReadAsStringAsync());
        var answer = await JsonOf(begun);
        var file = JsonNode.Parse(await educator.GetStringAsync(new Uri($"/v1/rulesets/{(string)answer["face"]!["parent"]!}/file", UriKind.Relative)))!;
        return (file, (string)answer["face"]!["stamp"]!);
    }

    protected static Task<HttpResponseMessage> SaveAsync(HttpClient educator, string id, string stamp, JsonNode ruleset)
        => SendAsync(educator, HttpMethod.Put, $"/v1/rulesets/{id}/draft", ruleset, stamp);

    protected static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, object? body = null, string? stamp = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };

        if (stamp is not null)
        {
            request.Headers.IfMatch.Add(new($"\"{stamp}\""));
        }

        return await client.SendAsync(request);
    }

    /// <summary>Asks for an export and waits until it has ended; answers with its state.</summary>
    protected static async Task<JsonNode> ExportAsync(HttpClient researcher, object request)
    {
        using var made = await SendAsync(researcher, HttpMethod.Post, "/v1/exports", request);
        Assert.That(made.StatusCode, Is.EqualTo(HttpStatusCode.Accepted), await made.Content.ReadAsStringAsync());
        return await EndOfAsync(researcher, made.Headers.Location!);
    }

    protected static async Task<JsonNode> EndOfAsync(HttpClient researcher, Uri location)
    {
        using var patience = new CancellationTokenSource(Patience);

        while (true)
        {
            var state = JsonNode.Parse(await researcher.GetStringAsync(location, patience.Token))!;

            if ((string)state["state"]! is "ready" or "failed")
            {
                return state;
            }

            await Task.Delay(5, patience.Token);
        }
    }

    protected static async Task<byte[]> DownloadAsync(HttpClient researcher, JsonNode export, string what = "file")
        => await researcher.GetByteArrayAsync(new Uri($"/v1/exports/{(string)export["id"]!}/{what}", UriKind.Relative));
}

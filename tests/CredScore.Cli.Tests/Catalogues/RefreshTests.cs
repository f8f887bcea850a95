using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CredScore.Catalogues;
using CredScore.Catalogues.Refreshing;
using CredScore.Cli.Tests.Support;
using CredScore.Scoring.Catalogues;

namespace CredScore.Cli.Tests.Catalogues;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class RefreshTests : IAsyncDisposable
{
    private const string List = ListNames.Universities;

    private readonly TemporaryFolder _folder = new();
    private readonly LoopbackPublisher _publisher = new();
    private readonly HttpClient _http = new(CatalogueRefresh.CreateHandler());

    private CatalogueFolder Folder => new(_folder.Location);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _publisher.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Puts_a_fetched_list_in_use()
    {
        _publisher.Publishes(List, InventedLists.Of(List));
        var outcome = await RefreshAsync();

        Assert.Multiple(() =>
        {
            Assert.That((outcome.Result, outcome.Entries, outcome.Added), Is.EqualTo((RefreshResult.Refreshed, 9_802, 9_802)));
            Assert.That(Open().Find(List)!.Entries.Find("harvard.edu"), Is.EqualTo("university\tHarvard University"));
            Assert.That(Directory.GetFiles(_folder.Location), Has.Length.EqualTo(2), "The manifest and the list, and nothing unfinished.");
        });
    }

    [Test]
    public async Task Asks_by_the_known_mark_and_keeps_what_has_not_changed()
    {
        _publisher.Publishes(List, InventedLists.Of(List));
        await RefreshAsync();
        _publisher.Forget();
        var outcome = await RefreshAsync();

        Assert.Multiple(() =>
        {
            Assert.That((outcome.Result, outcome.Entries), Is.EqualTo((RefreshResult.Unchanged, 9_802)));
            Assert.That(_publisher.Requests.Single().IfNoneMatch, Is.Not.Empty);
        });
    }

    [Test]
    public async Task Goes_on_where_a_broken_answer_stopped()
    {
        _publisher.Publishes(List, InventedLists.Of(List)).BreaksOff(List, after: 100_000);
        var outcome = await RefreshAsync();

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Result, Is.EqualTo(RefreshResult.Refreshed), outcome.Fault);
            Assert.That(_publisher.Requests.Last().Range, Does.Match("^bytes=[1-9][0-9]*-$"));
        });
    }

    [Test]
    public async Task Goes_on_with_the_next_refresh_when_all_attempts_broke()
    {
        _publisher.Publishes(List, InventedLists.Of(List)).BreaksOff(List, after: 100_000);
        var first = await RefreshAsync(retries: 0);
        var second = await RefreshAsync(retries: 0);

        Assert.That((first.Result, second.Result, _publisher.Requests.Last().Range.Length > 0), Is.EqualTo((RefreshResult.Refused, RefreshResult.Refreshed, true)));
    }

    [Test]
    public async Task Begins_anew_when_the_list_changed_between_two_attempts()
    {
        _publisher.Publishes(List, InventedLists.Of(List)).Once(List, async (context, content) =>
        {
            context.Response.Headers.ETag = "\"old\"";
            context.Response.ContentLength = content.Length;
            await context.Response.Body.WriteAsync(content.AsMemory(0, 50_000));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });
        var outcome = await RefreshAsync();
        Assert.That((outcome.Result, outcome.Entries), Is.EqualTo((RefreshResult.Refreshed, 9_802)), outcome.Fault);
    }

    [TestCase(503)]
    [TestCase(429)]
    [TestCase(500)]
    public async Task Asks_again_after_a_fault_that_passes(int status)
    {
        _publisher.Publishes(List, InventedLists.Of(List)).Answers(List, status, "Retry-After", "0");
        Assert.That((await RefreshAsync()).Result, Is.EqualTo(RefreshResult.Refreshed));
    }

    [TestCase(403, null, null, "refused to answer (status 403)")]
    [TestCase(429, "Retry-After", "86400", "asks us to slow down (status 429); it says to come back in 86400 seconds")]
    [TestCase(302, "Location", "https://elsewhere.example/list", "sends us to another host, elsewhere.example, which is not followed")]
    public async Task Says_why_a_publisher_gave_nothing_and_keeps_the_last_good_list(int status, string? header, string? value, string why)
    {
        await PublishAndRefreshAsync();
        _publisher.Publishes(List, InventedLists.Of(List, more: 10)).Answers(List, status, header, value);
        await AssertRefusedAsync(why);
        Assert.That(_publisher.Requests, Has.Count.EqualTo(2), "An answer that will not change is not asked for again.");
    }

    [Test]
    public async Task Does_not_wait_for_a_publisher_that_falls_silent()
    {
        await PublishAndRefreshAsync();
        _publisher.Publishes(List, InventedLists.Of(List, more: 10)).Once(List, (context, _) => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await AssertRefusedAsync("fell silent", silence: TimeSpan.FromMilliseconds(100));
    }

    [Test]
    public async Task Refuses_a_list_that_is_larger_than_any_edition()
    {
        await PublishAndRefreshAsync();
        _publisher.Publishes(List, new byte[13 * 1024 * 1024]);
        await AssertRefusedAsync("sent more than 12 MB");
    }

    [Test]
    public async Task Refuses_a_list_that_shrank_by_a_fifth()
    {
        _publisher.Publishes(List, PublisherForms.Universities(InventedLists.Universities(12_500)));
        await RefreshAsync();
        _publisher.Publishes(List, PublisherForms.Universities(InventedLists.Universities(10_000)));
        await AssertRefusedAsync("Only 10,002 of the 12,502 entries of the last good list are still there.", 12_502);
    }

    [Test]
    public async Task Refuses_a_thousand_new_hosts_that_are_all_trusted_until_somebody_accepts_them()
    {
        await PublishAndRefreshAsync();
        _publisher.Publishes(List, PublisherForms.Universities(InventedLists.Universities(9_800).Concat(Enumerable.Range(0, 1_000).Select(number => ($"University of Miracles {number}", $"miracle-{number}.example")))));
        await AssertRefusedAsync("It has 1,000 new entries beside 9,802 known ones, more than 5 % at once.");
        var accepted = await RefreshAsync(accept: true);
        Assert.That((accepted.Result, accepted.Added), Is.EqualTo((RefreshResult.Refreshed, 1_000)));
    }

    [Test]
    public async Task Refuses_a_list_whose_entries_were_exchanged()
    {
        await PublishAndRefreshAsync();
        _publisher.Publishes(List, PublisherForms.Universities(InventedLists.Universities(9_800).Skip(600).Concat(Enumerable.Range(0, 600).Select(number => ($"Other {number}", $"other-{number}.example"))).Concat(InventedLists.Universities(0))));
        await AssertRefusedAsync("entries of the last good list are still there");
    }

    [Test]
    public async Task Refuses_a_list_without_what_every_right_edition_has()
    {
        await PublishAndRefreshAsync();
        _publisher.Publishes(List, PublisherForms.Universities(InventedLists.Universities(9_800).Skip(1)));
        await AssertRefusedAsync("It does not say what every right edition says of ox.ac.uk.");
    }

    [Test]
    public async Task Refuses_a_list_that_names_what_no_right_edition_does()
    {
        await PublishAndRefreshAsync();
        _publisher.Publishes(List, PublisherForms.Universities(InventedLists.Universities(9_800).Append(("University of Mail", "gmail.com"))));
        await AssertRefusedAsync("It names gmail.com, which no right edition does.");
    }

    [Test]
    public async Task Leaves_out_a_suffix_that_would_speak_for_everybody_under_it()
    {
        _publisher.Publishes(List, PublisherForms.Universities(InventedLists.Universities(9_800).Append(("Everybody", "co.uk"))));
        var outcome = await RefreshAsync();
        Assert.That((outcome.Result, Open().Find(List)!.Entries.Contains("co.uk")), Is.EqualTo((RefreshResult.Refreshed, false)));
    }

    [Test]
    public async Task Refuses_half_a_list_that_says_it_is_whole()
    {
        await PublishAndRefreshAsync();
        var whole = Encoding.UTF8.GetString(InventedLists.Of(List));
        _publisher.Publishes(List, whole[..(whole.Length / 2)]);
        await AssertRefusedAsync("cut off");
    }

    [Test]
    public async Task Refuses_a_web_page_in_the_place_of_a_list()
    {
        await PublishAndRefreshAsync();
        _publisher.Publishes(List, "<!DOCTYPE html><title>Maintenance</title>");
        await AssertRefusedAsync("It is no JSON list of universities, or it is cut off.");
    }

    [TestCase(30, RefreshResult.Refreshed)]
    [TestCase(-1, RefreshResult.Refused)]
    public async Task Trusts_no_publisher_whose_certificate_has_expired(int daysLeft, RefreshResult expected)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-60), TimeProvider.System.GetUtcNow().AddDays(daysLeft));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        await using var publisher = new LoopbackPublisher(certificate);
        publisher.Publishes(List, InventedLists.Of(List));
        var handler = CatalogueRefresh.CreateHandler();
        handler.SslOptions.CertificateChainPolicy = new() { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { certificate } };
        using var http = new HttpClient(handler);
        var options = new RefreshOptions { UserAgent = "CredScore tests", Mirror = new(publisher.Address), Retries = 0, RetryDelay = TimeSpan.Zero };

        var outcome = (await new CatalogueRefresh(Folder, http, options, TimeProvider.System).RefreshAsync([Lists.Find(List)!], [], null, null, default)).Single();

        Assert.That(outcome.Result, Is.EqualTo(expected), outcome.Fault);
        Assert.That(outcome.Fault, expected is RefreshResult.Refused ? Does.Contain("cannot be reached") : Is.Null);
        Assert.That(publisher.Requests, expected is RefreshResult.Refused ? Is.Empty : Is.Not.Empty);
    }

    [Test]
    public async Task Says_that_the_core_works_alone_when_there_never_was_a_list()
    {
        var outcome = await RefreshAsync();
        Assert.Multiple(() =>
        {
            Assert.That(outcome.Fault, Does.Contain("has no such list").And.EndsWith("The embedded core works without it."));
            Assert.That(Open().All, Is.Empty);
            Assert.That(Folder.ReadManifest().FindAttempt(List)!.Fault, Is.EqualTo(outcome.Fault));
        });
    }

    [Test]
    public async Task Fetches_anew_what_was_damaged_here_whatever_its_mark_says()
    {
        await PublishAndRefreshAsync();
        var file = Directory.GetFiles(_folder.Location, "*.list").Single();
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        var faults = new List<string>();
        var lists = Folder.Open(faults);
        var outcome = await RefreshAsync();

        Assert.Multiple(() =>
        {
            Assert.That((lists.All.Count, faults.Single()), Is.EqualTo((0, $"{Path.GetFileName(file)} is not the file that was written; the list universities is not used until the next refresh.")));
            Assert.That(outcome.Result, Is.EqualTo(RefreshResult.Refreshed));
            Assert.That(Open().All, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Writes_the_same_file_from_the_same_list()
    {
        await PublishAndRefreshAsync();
        var first = Folder.ReadManifest().Find(List)!.Digest;
        using var other = new TemporaryFolder();
        await new CatalogueRefresh(new(other.Location), _http, Options(0), TimeProvider.System).RefreshAsync([Lists.Find(List)!], [], null, null, default);
        Assert.That(new CatalogueFolder(other.Location).ReadManifest().Find(List)!.Digest, Is.EqualTo(first));
    }

    [Test]
    public void Does_not_refresh_while_another_refresh_works()
    {
        using var held = Folder.Hold();
        Assert.That(RefreshAsync, Throws.TypeOf<CatalogueFaultException>().With.Message.Contains("Another refresh works"));

        Task<ListOutcome> RefreshAsync() => this.RefreshAsync();
    }

    private async Task PublishAndRefreshAsync()
    {
        _publisher.Publishes(List, InventedLists.Of(List));
        Assert.That((await RefreshAsync()).Result, Is.EqualTo(RefreshResult.Refreshed));
    }

    private async Task AssertRefusedAsync(string why, int entries = 9_802, TimeSpan? silence = null)
    {
        var before = Folder.ReadManifest().Find(List);
        var outcome = await RefreshAsync(retries: silence is null ? 2 : 0, silence: silence);

        Assert.Multiple(() =>
        {
            Assert.That(outcome.Result, Is.EqualTo(RefreshResult.Refused));
            Assert.That(outcome.Fault, Does.Contain(why).And.EndsWith("The last good list stays."));
            Assert.That(Folder.ReadManifest().Find(List), Is.EqualTo(before));
            Assert.That(Open().Find(List)!.Entries.Count, Is.EqualTo(entries));
        });
    }

    private async Task<ListOutcome> RefreshAsync(int retries = 2, bool accept = false, TimeSpan? silence = null)
        => (await new CatalogueRefresh(Folder, _http, Options(retries, silence), TimeProvider.System).RefreshAsync([Lists.Find(List)!], accept ? [List] : [], null, null, default)).Single();

    private RefreshOptions Options(int retries, TimeSpan? silence = null)
        => new() { UserAgent = "CredScore tests", Mirror = new(_publisher.Address), Retries = retries, RetryDelay = TimeSpan.Zero, LongestSilence = silence ?? TimeSpan.FromSeconds(20) };

    private RefreshedLists Open()
    {
        var faults = new List<string>();
        var lists = Folder.Open(faults);
        Assert.That(faults, Is.Empty);
        return lists;
    }
}

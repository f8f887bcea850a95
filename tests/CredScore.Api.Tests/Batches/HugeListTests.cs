using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace CredScore.Api.Tests.Batches;

/// <summary>Lists that are longer than anybody should send.</summary>
internal sealed class HugeListTests : BatchTestBase
{
    private const long FiveGigabytes = 5L * 1024 * 1024 * 1024;
    private const long Megabyte = 1024 * 1024;

    [Test]
    public async Task Refuses_five_gigabytes_before_it_reads_them()
    {
        using var list = new Endless();
        using var response = await PostAsync(list, FiveGigabytes);
        await AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.That(list.Taken, Is.LessThan(Megabyte), "Its length says enough.");
    }

    [Test]
    public async Task Stops_reading_a_list_without_a_length_where_it_becomes_too_large()
    {
        Api.With("Batches:MostMegabytes", "2");
        using var list = new Endless();
        using var response = await PostAsync(list, null);
        await AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.That(list.Taken, Is.InRange(2 * Megabyte, 4 * Megabyte));
    }

    [Test, Category("Slow")]
    public async Task Takes_a_million_duplicates()
    {
        Upstream.Answers("titles=Measles", "measles.json");
        var id = await MakeAsync(string.Concat(Enumerable.Repeat("https://en.wikipedia.org/wiki/Measles\n", 1_000_000)));
        var status = await WorkAsync(id);
        Assert.That(((string?)status["state"], (int?)status["scored"], (int?)status["duplicates"]), Is.EqualTo(("done", 1, 999_999)));
        Assert.That(Upstream.Calls, Has.Count.EqualTo(1));
    }

    [TestCase("bzip2", new byte[] { 0x42, 0x5A, 0x68, 0x39, 0x31, 0x41, 0x59, 0x26 })]
    [TestCase("spreadsheet", new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x14, 0x00 })]
    [TestCase("zstandard", new byte[] { 0x28, 0xB5, 0x2F, 0xFD, 0x00 })]
    [TestCase("xz", new byte[] { 0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00 })]
    public async Task Says_of_a_list_that_is_packed_otherwise_what_to_do(string form, byte[] start)
    {
        using var response = await SendAsync(start, "text/plain");
        await AssertProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "not-a-list");
        Assert.That((string?)(await JsonOf(response))["detail"], Does.Contain("gzip"), form);
    }

    private async Task<HttpResponseMessage> PostAsync(Endless list, long? length)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/batches") { Content = new StreamContent(list) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } } };
        request.Content.Headers.ContentLength = length;

        // A client that follows redirects keeps a copy of what it sends.
        using var client = Api.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Authorization = (await ResearcherAsync()).DefaultRequestHeaders.Authorization;
        return await client.SendAsync(request);
    }

    /// <summary>Addresses without end, counted as they are taken.</summary>
    private sealed class Endless : Stream
    {
        private static readonly byte[] Line = Encoding.ASCII.GetBytes("https://en.wikipedia.org/wiki/Measles\n");

        private long _read;

        public long Taken => Interlocked.Read(ref _read);

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(Fill(buffer.Span));
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        private int Fill(Span<byte> span)
        {
            for (var at = 0; at < span.Length; at++)
            {
                span[at] = Line[(int)((_read + at) % Line.Length)];
            }

            Interlocked.Add(ref _read, span.Length);
            return span.Length;
        }

        public override int Read(byte[] buffer, int offset, int count) => Fill(buffer.AsSpan(offset, count));

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}

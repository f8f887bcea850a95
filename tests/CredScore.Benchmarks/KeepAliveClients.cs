using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CredScore.Benchmarks;

/// <summary>Clients that ask one question again and again over connections kept open, doing as little themselves as can be.</summary>
internal sealed class KeepAliveClients : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LengthHeader = "Content-Length: "u8.ToArray();

    private readonly List<Socket> _sockets = [];
    private readonly byte[] _request;

    public KeepAliveClients(Uri address, int clients)
    {
        _request = Encoding.ASCII.GetBytes($"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: application/json\r\n\r\n");

        for (var i = 0; i < clients; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            socket.Connect(new IPEndPoint(IPAddress.Loopback, address.Port));
            _sockets.Add(socket);
        }
    }

    /// <summary>Requests a second over a while.</summary>
    public async Task<double> RunAsync(TimeSpan time)
    {
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(_sockets.Select(socket => Task.Run(() => AskAsync(socket, started, time))));
        return counts.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    public void Dispose() => _sockets.ForEach(socket => socket.Dispose());

    private async Task<int> AskAsync(Socket socket, long started, TimeSpan time)
    {
        var buffer = new byte[64 * 1024];
        var count = 0;

        while (Stopwatch.GetElapsedTime(started) < time)
        {
            await socket.SendAsync(_request, SocketFlags.None);
            await ReceiveAsync(socket, buffer);
            count++;
        }

        return count;
    }

    private static async Task ReceiveAsync(Socket socket, byte[] buffer)
    {
        var received = 0;
        int head;

        while ((head = buffer.AsSpan(0, received).IndexOf(EndOfHead)) < 0)
        {
            received += await ReceiveSomeAsync(socket, buffer.AsMemory(received));
        }

        var left = LengthOf(buffer.AsSpan(0, head + 2)) - (received - head - EndOfHead.Length);

        while (left > 0)
        {
            left -= await ReceiveSomeAsync(socket, buffer);
        }
    }

    private static async Task<int> ReceiveSomeAsync(Socket socket, Memory<byte> buffer)
        => await socket.ReceiveAsync(buffer, SocketFlags.None) is > 0 and var received ? received : throw new IOException("The service closed the connection.");

    private static int LengthOf(ReadOnlySpan<byte> head)
    {
        if (!head.StartsWith("HTTP/1.1 200"u8) || head.IndexOf(LengthHeader) is not (>= 0 and var at))
        {
            throw new IOException($"The service did not answer as expected: {Encoding.ASCII.GetString(head)}");
        }

        var length = head[(at + LengthHeader.Length)..];
        return int.Parse(length[..length.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }
}

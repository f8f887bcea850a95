using BenchmarkDotNet.Running;
using CredScore.Benchmarks;

// BenchmarkDotNet's own arguments go to BenchmarkDotNet: --filter *Html*, --list flat.
if (args.Any(argument => argument.StartsWith('-')))
{
    BenchmarkSwitcher.FromAssembly(typeof(BarSheet).Assembly).Run(args);
    return 0;
}

return await Measurements.RunAsync(args is [] ? ["all"] : args);

/// A two-dimensional convolution: neurons are pixels, row by row with the channels of a pixel side by
/// side, and synapses repeat the weights of one small kernel.
///
/// The kernel's index is ((row · width + column) · input channels + input channel) · output channels
/// + output channel.
///
/// Source: GeNN 5.4.0, `InitToeplitzConnectivitySnippet::Conv2D`.
public struct Convolution2D: Hashable, Sendable {
  /// A height and a width, in pixels.
  public struct Size: Hashable, Sendable {
    /// Rows.
    public var height: Int
    /// Columns.
    public var width: Int

    /// So many rows and columns.
    public init(_ height: Int, _ width: Int) {
      self.height = height
      self.width = width
    }
  }

  /// Of the kernel.
  public var kernel: Size
  /// Of the presynaptic population.
  public var input: Size
  /// How many neurons a presynaptic pixel has.
  public var inputChannels: Int
  /// Of the postsynaptic population.
  public var output: Size
  /// How many neurons a postsynaptic pixel has.
  public var outputChannels: Int
  /// Rows of zeros around the input.
  public var padding: Int

  /// A convolution with a stride of one pixel.
  public init(
    kernel: Size, input: Size, inputChannels: Int = 1, outputChannels: Int = 1, padding: Int = 0
  ) {
    self.kernel = kernel
    self.input = input
    self.inputChannels = inputChannels
    self.outputChannels = outputChannels
    self.padding = padding
    output = Size(
      input.height - kernel.height + 1 + 2 * padding, input.width - kernel.width + 1 + 2 * padding)
  }

  /// How many weights the kernel has.
  public var weightCount: Int { kernel.height * kernel.width * inputChannels * outputChannels }
  /// How many neurons the presynaptic population has.
  public var inputCount: Int { input.height * input.width * inputChannels }
  /// How many neurons the postsynaptic population has.
  public var outputCount: Int { output.height * output.width * outputChannels }
}
